import { expect, it } from "vitest";
import { visitorAddress, vouch } from "./visitor";

const forwarded = (hops: string) => new Headers({ "x-forwarded-for": hops });

it.each([
  ["198.51.100.7", 1, "198.51.100.7"],
  ["203.0.113.9, 198.51.100.7", 1, "198.51.100.7"],
  ["203.0.113.9, 198.51.100.7", 2, "203.0.113.9"],
  ["2001:db8::1", 1, "2001:db8::1"],
  // Without a proxy it is only what the caller says.
  ["198.51.100.7", 0, null],
  ["198.51.100.7", 2, null],
  ["", 1, null],
  ["198.51.100.7 1999999999 abc", 1, null],
])("of the hops %j with %i proxies believes %s", (hops, proxies, address) => {
  expect(visitorAddress(forwarded(hops), proxies)).toBe(address);
});

it("vouches for a minute", () => {
  const [address, until, signature] = vouch("198.51.100.7", "secret", 1_700_000_000_000).split(" ");
  expect(address).toBe("198.51.100.7");
  expect(until).toBe("1700000060");
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
});
