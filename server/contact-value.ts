import { getTimezone } from "countries-and-timezones";
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { formatAddress } from "localized-address-format";
import {
  type ContactAddress,
  type ContactKind,
  type ContactPoint,
  contactKindOf,
  type StoredContactPoint,
} from "@/domain/contact-point";
import { email } from "@/domain/input-fields";
import { SpurError } from "./errors";

type Shown = Pick<ContactPoint, "shown" | "href">;

/** An address in the one spelling that is stored. */
export type ContactValue = { kind: ContactKind; value: string; extension: string | null };

/**
 * Reads an e-mail address, a phone number in any spelling or a web address.
 * @param timeZone - numbers without a country code are dialled there
 * @throws SpurError contact_not_readable
 */
export function readContactValue(text: string, timeZone: string): ContactValue {
  const kind = contactKindOf(text);
  const readers = {
    email: readEmail,
    phone: readPhone,
    web: readWebAddress,
    social: readWebAddress,
  };
  const read = readers[kind](text, timeZone);
  if (!read) throw new SpurError("contact_not_readable");
  return { kind, extension: null, ...read };
}

/**
 * Reads another text for an address of a kind, which decides what it can be for.
 * @throws SpurError contact_not_readable, contact_other_kind
 */
export function readContactValueOf(kind: ContactKind, text: string, timeZone: string) {
  const { kind: read, value, extension } = readContactValue(text, timeZone);
  if (read !== kind) throw new SpurError("contact_other_kind");
  return { value, extension };
}

/** Those of the texts that can be read. */
export function readContactValues(texts: readonly string[], timeZone: string): ContactValue[] {
  return texts.flatMap((text) => {
    try {
      return [readContactValue(text, timeZone)];
    } catch (error) {
      if (error instanceof SpurError) return [];
      throw error;
    }
  });
}

type Read = Partial<ContactValue> & Pick<ContactValue, "value">;

function readEmail(text: string): Read | undefined {
  const { success, data } = email.safeParse(text);
  return success ? { value: data } : undefined;
}

function readPhone(text: string, timeZone: string): Read | undefined {
  const [country] = getTimezone(timeZone)?.countries ?? [];
  const number = parsePhoneNumberFromString(text, {
    ...(country && isSupportedCountry(country) && { defaultCountry: country }),
    // Digits somewhere in a sentence are no number that was typed.
    extract: false,
  });
  if (!number?.isValid()) return undefined;
  return { value: number.number, extension: number.ext ?? null };
}

function readWebAddress(text: string): Read | undefined {
  const whole = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const address = new URL(whole);
  if (!address.hostname.includes(".")) return undefined;
  // Such names and passwords are how pages pretend to be others.
  if (address.username !== "" || address.password !== "") return undefined;
  return { value: address.href };
}

/** A party whose addresses can be read and clicked. */
export function showContactPoints<
  Point extends StoredContactPoint,
  Party extends { contactPoints: Point[] },
>(
  party: Party & { contactPoints: Point[] },
): Omit<Party, "contactPoints"> & { contactPoints: (Point & Shown)[] } {
  return { ...party, contactPoints: party.contactPoints.map(showContactPoint) };
}

/** How an address reads, and the link that uses it. */
export function showContactPoint<Point extends StoredContactPoint>(point: Point): Point & Shown {
  const { kind, value, extension, address } = point;
  if (address) return { ...point, ...showAddress(address) };
  if (kind === "email") {
    // A question mark in it would begin a subject, or a copy to somebody else.
    const href = `mailto:${value.split("@").map(encodeURIComponent).join("@")}`;
    return { ...point, shown: value, href };
  }
  if (kind === "web" || kind === "social") {
    return { ...point, shown: value.replace(/^https?:\/\/(www\.)?|\/$/g, ""), href: value };
  }
  const number = parsePhoneNumberFromString(value);
  if (number && extension !== null) number.setExt(extension);
  return {
    ...point,
    shown: number?.formatInternational() ?? value,
    href: number?.getURI() ?? `tel:${value}`,
  };
}

/** The lines of a letter in the country's own order, and a map of the place. */
function showAddress(address: ContactAddress): Shown {
  const { street, extra, postalCode, city, region, country } = address;
  const lines = formatAddress({
    postalCountry: country,
    addressLines: [extra, street].filter((line) => line !== undefined),
    ...(city !== undefined && { locality: city }),
    ...(region !== undefined && { administrativeArea: region }),
    ...(postalCode !== undefined && { postalCode }),
  });
  const query = encodeURIComponent([...lines, country].join(", "));
  return { shown: lines.join("\n"), href: `https://www.openstreetmap.org/search?query=${query}` };
}

/** How an address reads that nobody clicks. */
export function readableContactValue(kind: ContactKind, value: string): string {
  // One line: the town of a postal address stands below its street.
  if (kind === "postal") return value.replaceAll("\n", ", ");
  const point = { id: "", kind, value, extension: null, address: null, isPrimary: false };
  return showContactPoint(point).shown;
}
