import { describe, expect, it } from "vitest";
import { matchLocale } from "./locale";

describe("matchLocale", () => {
  it("takes the language with the highest weight", () => {
    expect(matchLocale("fr-CH, en;q=0.8, de;q=0.9")).toBe("de");
    expect(matchLocale("en-GB,en;q=0.9,de;q=0.5")).toBe("en");
  });

  it("leaves out languages that are refused", () => {
    expect(matchLocale("de;q=0, en;q=0.1")).toBe("en");
  });

  it("falls back to German for unknown, empty or broken headers", () => {
    expect(matchLocale("fr, pl")).toBe("de");
    expect(matchLocale(null)).toBe("de");
    expect(matchLocale(";;q=x,,")).toBe("de");
  });
});
