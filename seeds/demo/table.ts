/** A card of the demo; days count from the day of seeding, the past is negative. */
export type DemoOpportunity = {
  stage: string;
  customer: string;
  customerKind: "person" | "organization";
  contact: string | null;
  name: string;
  amount: string | null;
  currency: string;
  owner: string;
  sight: "N" | "S" | "V" | "W" | "P";
  /** Days since it was made, and since it came into its stage. */
  age: number;
  stay: number;
  closeIn: number | null;
  nextStep: string | null;
  nextStepIn: number | null;
  source: string;
  probability: number | null;
  lostReason: string | null;
};

/** @throws when a line cannot be read: a mistake in the demo's text */
export function readTable(stage: string, table: string): DemoOpportunity[] {
  return table
    .trim()
    .split("\n")
    .map((line) =>
      readLine(
        stage,
        line.split("|").map((cell) => cell.trim()),
      ),
    );
}

function readLine(stage: string, cells: readonly string[]): DemoOpportunity {
  const [customer = "", contact, name, money, who, days, close, step, source, last] = cells;
  const person = /^\[(.+)\]$/.exec(customer)?.[1];
  const [amount = "", currency = ""] = money?.split(" ") ?? [];
  const [owner = "", sight = ""] = who?.split(" ") ?? [];
  const [age, stay] = days?.split("/") ?? [];
  const [nextStep, nextStepIn] = step ? step.split(" @") : [];
  const percent = /^(\d+)%$/.exec(last ?? "")?.[1];
  if (!name || !source || !isSight(sight)) {
    throw new Error(`Not a line of the demo: ${cells.join(" | ")}`);
  }
  return {
    stage,
    customer: person ?? customer,
    customerKind: person ? "person" : "organization",
    contact: contact || null,
    name,
    amount: amount === "—" ? null : amount,
    currency,
    owner,
    sight,
    age: Number(age),
    stay: Number(stay),
    closeIn: close ? Number(close) : null,
    nextStep: nextStep ?? null,
    nextStepIn: nextStepIn ? Number(nextStepIn) : null,
    source,
    probability: percent ? Number(percent) : null,
    lostReason: percent ? null : (last ?? null),
  };
}

function isSight(letter: string): letter is DemoOpportunity["sight"] {
  return ["N", "S", "V", "W", "P"].includes(letter);
}
