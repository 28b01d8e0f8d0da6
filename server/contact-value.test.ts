import { describe, expect, it } from "vitest";
import { readContactValue, showContactPoints } from "./contact-value";

describe("what somebody types", () => {
  it.each([
    ["Max@Mustermann.DE", "email", "max@mustermann.de"],
    ["030 123456", "phone", "+4930123456"],
    ["(030) 12 34 56", "phone", "+4930123456"],
    ["+49 (0)30 123456", "phone", "+4930123456"],
    ["0049 30 123456", "phone", "+4930123456"],
    ["0171.2345678", "phone", "+491712345678"],
    ["+44 20 7946 0018", "phone", "+442079460018"],
    ["mustermann.de", "web", "https://mustermann.de/"],
    ["http://www.mustermann.de/Über uns", "web", "http://www.mustermann.de/%C3%9Cber%20uns"],
    ["müller.de/kontakt", "web", "https://xn--mller-kva.de/kontakt"],
  ])("is read: %s", (text, kind, value) => {
    expect(readContactValue(text, "Europe/Berlin")).toEqual({ kind, value, extension: null });
  });

  it("may have an extension, and the country of the workspace", () => {
    expect(readContactValue("+49 30 123456 ext. 12", "Europe/Berlin")).toEqual({
      kind: "phone",
      value: "+4930123456",
      extension: "12",
    });
    expect(readContactValue("020 7946 0018", "Europe/London").value).toBe("+442079460018");
  });

  it.each([
    "Max",
    "12",
    "ruf mich an: 030 123456",
    "max@",
    "@max",
    "a b@mustermann.de",
    "https://",
    "https://intern",
    "https://bank.de@boese.test/",
    "javascript:alert(1)",
    "+49 30",
    "<b>030</b>",
    "𝟎𝟑𝟎",
  ])("is refused when it is none of the three: %s", (text) => {
    expect(() => readContactValue(text, "Europe/Berlin")).toThrow("contact_not_readable");
  });
});

it("shows an address as people read it, with the link that uses it", () => {
  const point = { id: "1", isPrimary: false, extension: null, address: null };
  const { contactPoints } = showContactPoints({
    contactPoints: [
      { ...point, kind: "email", value: "max@mustermann.de" },
      { ...point, kind: "email", value: "max?bcc=boese@mustermann.de" },
      { ...point, kind: "phone", value: "+4930123456", extension: "12" },
      { ...point, kind: "web", value: "https://www.mustermann.de/" },
      { ...point, kind: "social", value: "https://www.linkedin.com/in/max" },
    ],
  });
  expect(contactPoints.map(({ shown, href }) => [shown, href])).toEqual([
    ["max@mustermann.de", "mailto:max@mustermann.de"],
    ["max?bcc=boese@mustermann.de", "mailto:max%3Fbcc%3Dboese@mustermann.de"],
    ["+49 30 123456 ext. 12", "tel:+4930123456;ext=12"],
    ["mustermann.de", "https://www.mustermann.de/"],
    ["linkedin.com/in/max", "https://www.linkedin.com/in/max"],
  ]);
});

it.each([
  [
    { street: "Domplatz 1", postalCode: "50667", city: "Köln", country: "DE" },
    "Domplatz 1\n50667 Köln",
  ],
  [
    { street: "10 Downing Street", city: "London", postalCode: "SW1A 2AA", country: "GB" },
    "10 Downing Street\nLondon\nSW1A 2AA",
  ],
  [
    { street: "1 Main St", city: "Springfield", region: "IL", postalCode: "62701", country: "US" },
    "1 Main St\nSpringfield, IL 62701",
  ],
])("writes a postal address as its country does: %j", (address, shown) => {
  const stored = { id: "1", isPrimary: false, extension: null, kind: "postal" as const, value: "" };
  const { contactPoints } = showContactPoints({ contactPoints: [{ ...stored, address }] });
  expect(contactPoints[0]?.shown).toBe(shown);
});
