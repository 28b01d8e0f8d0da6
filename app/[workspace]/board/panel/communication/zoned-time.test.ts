import { describe, expect, it } from "vitest";
import { localTimeOf, momentOf } from "./zoned-time";

const berlin = "Europe/Berlin";

describe("momentOf", () => {
  it("reads a wall clock in winter and summer", () => {
    expect(momentOf("2026-01-15T10:30", berlin)).toBe("2026-01-15T09:30:00.000Z");
    expect(momentOf("2026-07-15T10:30", berlin)).toBe("2026-07-15T08:30:00.000Z");
    expect(momentOf("2026-07-15T10:30", "Asia/Kolkata")).toBe("2026-07-15T05:00:00.000Z");
  });

  it("is exact around a change of clocks", () => {
    expect(momentOf("2026-03-29T01:59", berlin)).toBe("2026-03-29T00:59:00.000Z");
    expect(momentOf("2026-03-29T03:00", berlin)).toBe("2026-03-29T01:00:00.000Z");
    expect(momentOf("2026-10-25T01:59", berlin)).toBe("2026-10-24T23:59:00.000Z");
    expect(momentOf("2026-10-25T03:00", berlin)).toBe("2026-10-25T02:00:00.000Z");
  });

  it("reads an hour left out as the one after, and one that comes twice as the earlier", () => {
    expect(momentOf("2026-03-29T02:30", berlin)).toBe("2026-03-29T01:30:00.000Z");
    expect(momentOf("2026-10-25T02:30", berlin)).toBe("2026-10-25T00:30:00.000Z");
  });

  it("refuses what is no time", () => {
    expect(momentOf("", berlin)).toBeNull();
    expect(momentOf("2026-13-01T10:00", berlin)).toBeNull();
  });

  it("goes back to what the field showed", () => {
    expect(localTimeOf(new Date("2026-07-15T08:30:00Z"), berlin)).toBe("2026-07-15T10:30");
  });
});
