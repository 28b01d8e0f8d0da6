import type { Correction } from "@/domain/my-page-input";

const addressParts = ["street", "extra", "postalCode", "city", "region"] as const;

/** What the form of a correction says; null for a form of something else. */
export function readCorrection(form: FormData): Correction | null {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const version = Number(form.get("version"));
  const contactPointId = text("contactPointId");
  const place = contactPointId ? { contactPointId, version } : null;
  switch (form.get("field")) {
    case "name":
      return { field: "name", version, name: readName(form, text) };
    case "language":
      return { field: "language", version, language: text("language") === "en" ? "en" : "de" };
    case "address": {
      const address: Extract<Correction, { field: "address" }>["address"] = {
        country: text("country"),
      };
      for (const part of addressParts) {
        if (text(part)) address[part] = text(part);
      }
      return { field: "address", place, address };
    }
    case "phone":
      return { field: "phone", place, phone: text("phone"), timeZone: text("timeZone") };
    case "email":
      return { field: "email", place, email: text("email") };
    case "mayContact":
      return {
        field: "mayContact",
        contactPointId,
        version,
        mayContact: text("wanted") === "true",
      };
    default:
      return null;
  }
}

function readName(form: FormData, text: (name: string) => string) {
  if (form.has("name")) return { name: text("name") };
  return {
    salutation: text("salutation") || null,
    title: text("title") || null,
    givenName: text("givenName") || null,
    familyName: text("familyName") || null,
  };
}
