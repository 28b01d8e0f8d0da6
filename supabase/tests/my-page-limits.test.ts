import { performance } from "node:perf_hooks";
import { beforeEach, describe, expect, it } from "vitest";
import { visit } from "./actors";
import { sendMessage, somewhere } from "./contact-page";
import { addCustomer, newEmail, openMyPages } from "./customers";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(2);
let world: World;
let slug: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug } = await openMyPages(pool, world));
});

const ask = (email: string, headers: Row) =>
  visit(pool, headers, "ask_for_my_page", { p_slug: slug, p_email: email, p_locale: "de" });
const send = (email: string, headers: Row) =>
  sendMessage(pool, { p_slug: slug, p_email: email }, headers);
const ways = { ask_for_my_page: ask, send_contact_message: send };

describe.each(Object.entries(ways))("by the answer of %s", (_, attempt) => {
  it("nobody learns whether an address is known, not by its words and not by its time", async () => {
    const known: string[] = [];
    for (let i = 0; i < 100; i++) known.push((await addCustomer(pool, world)).email);
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const answers = new Set<unknown>();
    for (const email of known) {
      // Alternately, so that whatever else the machine does slows down both alike.
      for (const kind of ["known", "unknown"] as const) {
        const headers = await somewhere(pool);
        const asked = kind === "known" ? email : newEmail();
        const start = performance.now();
        answers.add(await attempt(asked, headers));
        times[kind].push(performance.now() - start);
      }
    }
    expect(answers.size).toBe(1);
    const [slower = 0, faster = 0] = [calm(times.known), calm(times.unknown)].sort((a, b) => b - a);
    expect(slower / faster).toBeLessThan(1.5);
  });

  it("whoever is refused for having asked too often hears the same, known or not", async () => {
    const { email } = await addCustomer(pool, world);
    const heard = [];
    for (const address of [email, newEmail()]) {
      const answers = [];
      const here = await somewhere(pool);
      for (let i = 0; i < 7; i++) answers.push(await attempt(address, here));
      heard.push(answers);
    }
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0]?.slice(5)).toEqual(["too_many_requests", "too_many_requests"]);
  });
});

it("an address that somebody floods from one place still lets its owner in from another", async () => {
  const { email } = await addCustomer(pool, world);
  const there = await somewhere(pool);
  for (let i = 0; i < 7; i++) await ask(email, there);
  expect(await ask(email, there)).toBe("too_many_requests");
  expect(await ask(email, await somewhere(pool))).toBe("asked");
});

describe.each([
  ["ask_for_my_page", ask, "sign_in_from"],
  ["send_contact_message", send, "contact_from"],
] as const)("%s", (_, attempt, bucket) => {
  it("is refused by address after twenty, and refused attempts count as well", async () => {
    const address = `busy-${newEmail()}`;
    const headers = await somewhere(pool, address);
    const answers = [];
    for (let i = 0; i < 23; i++) answers.push(await attempt(newEmail(), headers));
    expect(answers.slice(0, 20)).not.toContain("too_many_requests");
    expect(new Set(answers.slice(20))).toEqual(new Set(["too_many_requests"]));
    const used = `select used from private.rate_limits
      where bucket = $1 and key = sha256(convert_to($2, 'utf8'))`;
    expect(await value(pool, used, [bucket, address])).toBe(23);
    expect(await attempt(newEmail(), await somewhere(pool))).not.toBe("too_many_requests");
  });
});

/** The first quartile: what the machine does besides can only make a time longer. */
function calm(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}
