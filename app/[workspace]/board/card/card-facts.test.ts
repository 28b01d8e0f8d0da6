import { describe, expect, it } from "vitest";
import { daysInStage, isCloseOverdue, rottenDays, stepSignal } from "./card-facts";

// Shortly after midnight in Berlin, still the day before in UTC.
const moment = { now: new Date("2026-03-09T23:30:00Z"), timeZone: "Europe/Berlin" };
const open = { kind: "open", rotDays: 7 } as const;
const won = { kind: "won", rotDays: 7 } as const;

describe("stepSignal", () => {
  const on = (nextStepOn: string | null, nextStep: string | null = "Call") =>
    stepSignal({ nextStep, nextStepOn }, open, moment);

  it("counts days in the workspace's zone", () => {
    expect(on("2026-03-09")).toBe("overdue");
    expect(on("2026-03-10")).toBe("today");
    expect(on("2026-03-11")).toBe("later");
  });

  it("misses a step only where neither words nor a day are given", () => {
    expect(on(null, null)).toBe("missing");
    expect(on(null)).toBe("later");
    expect(on("2026-03-10", null)).toBe("today");
  });

  it("asks for nothing once the sale is over", () => {
    expect(stepSignal({ nextStep: null, nextStepOn: "2020-01-01" }, won, moment)).toBeNull();
  });
});

describe("isCloseOverdue", () => {
  it("starts the day after, and only while the sale is open", () => {
    expect(isCloseOverdue({ expectedCloseOn: "2026-03-09" }, open, moment)).toBe(true);
    expect(isCloseOverdue({ expectedCloseOn: "2026-03-10" }, open, moment)).toBe(false);
    expect(isCloseOverdue({ expectedCloseOn: null }, open, moment)).toBe(false);
    expect(isCloseOverdue({ expectedCloseOn: "2026-03-09" }, won, moment)).toBe(false);
  });
});

describe("daysInStage", () => {
  const since = (stageEnteredAt: string) => daysInStage({ stageEnteredAt }, open, moment);

  it("counts midnights in the workspace's zone", () => {
    expect(since("2026-03-09T23:10:00Z")).toBe(0);
    expect(since("2026-03-09T22:50:00Z")).toBe(1);
    expect(since("2026-02-20T10:00:00Z")).toBe(18);
  });

  it("never counts backwards, whatever the clock of the device says", () => {
    expect(since("2026-03-11T10:00:00Z")).toBe(0);
  });

  it("ends with the sale", () => {
    expect(daysInStage({ stageEnteredAt: "2026-03-01T10:00:00Z" }, won, moment)).toBeNull();
  });
});

describe("rottenDays", () => {
  const card = (stageEnteredAt: string, lastActivityAt: string | null) => ({
    stageEnteredAt,
    lastActivityAt,
  });

  it("counts from the later of entering the stage and the last activity", () => {
    expect(rottenDays(card("2026-02-20T10:00:00Z", null), open, moment)).toBe(18);
    expect(rottenDays(card("2026-02-20T10:00:00Z", "2026-03-01T10:00:00Z"), open, moment)).toBe(9);
    expect(rottenDays(card("2026-03-08T10:00:00Z", "2026-01-01T10:00:00Z"), open, moment)).toBe(
      null,
    );
  });

  it("begins when the allowed days are exceeded", () => {
    expect(rottenDays(card("2026-03-03T10:00:00Z", null), open, moment)).toBeNull();
    expect(rottenDays(card("2026-03-02T10:00:00Z", null), open, moment)).toBe(8);
  });

  it("never happens where the stage allows any time, or the sale is over", () => {
    const old = card("2020-01-01T10:00:00Z", null);
    expect(rottenDays(old, { kind: "open", rotDays: null }, moment)).toBeNull();
    expect(rottenDays(old, won, moment)).toBeNull();
  });
});
