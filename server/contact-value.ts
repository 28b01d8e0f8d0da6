import { getTimezone } from "countries-and-timezones";
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import {
  type ContactKind,
  type ContactPoint,
  contactKindOf,
  type StoredContactPoint,
} from "@/domain/contact-point";
import { email } from "@/domain/input-fields";
import { SpurError } from "./errors";

/** An address in the one spelling that is stored. */
export type ContactValue = { kind: ContactKind; value: string; extension: string | null };

/**
 * Reads an e-mail address, a phone number in any spelling or a web address.
 * @param timeZone - numbers without a country code are dialled there
 * @throws SpurError contact_not_readable
 */
export function readContactValue(text: string, timeZone: string): ContactValue {
  const kind = contactKindOf(text);
  const read = { email: readEmail, phone: readPhone, web: readWebAddress }[kind](text, timeZone);
  if (!read) throw new SpurError("contact_not_readable");
  return { kind, extension: null, ...read };
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
export function showContactPoints<Party extends { contactPoints: StoredContactPoint[] }>(
  party: Party,
): Omit<Party, "contactPoints"> & { contactPoints: ContactPoint[] } {
  return { ...party, contactPoints: party.contactPoints.map(showContactPoint) };
}

/** How an address reads, and the link that uses it. */
export function showContactPoint(point: StoredContactPoint): ContactPoint {
  const { kind, value, extension } = point;
  if (kind === "email") {
    // A question mark in it would begin a subject, or a copy to somebody else.
    const href = `mailto:${value.split("@").map(encodeURIComponent).join("@")}`;
    return { ...point, shown: value, href };
  }
  if (kind === "web") {
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
