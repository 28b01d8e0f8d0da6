import type { ContactAddress, StoredContactPoint } from "@/domain/contact-point";

/** A way to reach somebody as a text that reads as the same again. */
export function spelled({ value, extension }: Pick<StoredContactPoint, "value" | "extension">) {
  return extension === null ? value : `${value} ext. ${extension}`;
}

/** As people type it; what they change of it can be read again. */
export function typedText(point: StoredContactPoint & { shown: string }): string {
  if (point.address) return addressInLine(point.address);
  return point.kind === "phone" ? point.shown : spelled(point);
}

/** A postal address where there is room for one line. */
export function addressInLine(address: ContactAddress): string {
  const { extra, street, postalCode, city, region, country } = address;
  const town = [postalCode, city].filter(Boolean).join(" ");
  return [extra, street, town, region, country].filter(Boolean).join(", ");
}
