import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, call } from "./actors";
import { addList, openContactPage, proof, sendMessage } from "./contact-page";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let slug: string;
let listId: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug, listId } = await openContactPage(pool, world));
});

const fabric = {
  id: randomUUID(),
  labels: { de: "Welcher Stoff?", en: "Which fabric?" },
  kind: "choice",
  isRequired: true,
  options: [{ de: "Leinen", en: "Linen" }, { de: "Loden" }],
};
const amount = {
  id: randomUUID(),
  labels: { de: "Wie viel?" },
  kind: "text",
  isRequired: false,
  options: [],
};
const occasion = { ...amount, id: randomUUID(), labels: { en: "For what?" }, kind: "long_text" };

const decide = (column: "questions" | "list_ids", decided: unknown) =>
  pool.query(`update public.contact_pages set ${column} = $2 where workspace_id = $1`, [
    world.workspaceId,
    column === "questions" ? JSON.stringify(decided) : decided,
  ]);
const send = async (args: Row = {}) =>
  sendMessage(pool, { p_slug: slug, ...(await proof(pool, slug)), ...args });
const take = (id: string) => pool.query("select private.take_contact_message($1)", [id]);

describe("questions of a page", () => {
  it("are those that customers see, in their order", async () => {
    await decide("questions", [occasion, fabric]);
    expect(await call(pool, anonymous, "read_contact_page", { p_slug: slug })).toMatchObject({
      questions: [occasion, fabric],
    });
  });

  it.each<[string, unknown]>([
    ["no list", {}],
    ["no object", ["Stoff"]],
    ["without a label", [{ ...amount, labels: {} }]],
    ["with an empty label", [{ ...amount, labels: { de: " " } }]],
    ["of another kind", [{ ...amount, kind: "file" }]],
    ["required or not, who knows", [{ ...amount, isRequired: "maybe" }]],
    ["a choice of one", [{ ...fabric, options: [{ de: "Leinen" }] }]],
    ["a choice with an option without words", [{ ...fabric, options: [{ de: "Leinen" }, {}] }]],
    ["options of what is typed", [{ ...amount, options: fabric.options }]],
    ["more than is known", [{ ...amount, hint: "…" }]],
    ["without an id", [{ ...amount, id: "1" }]],
    ["twice the same", [amount, amount]],
    ["eleven", Array.from({ length: 11 }, () => ({ ...amount, id: randomUUID() }))],
  ])("are not: %s", async (_, questions) => {
    await expect(decide("questions", questions)).rejects.toThrow("contact_pages_questions_check");
  });
});

describe("answers", () => {
  beforeEach(() => decide("questions", [fabric, amount, occasion]));

  it("stand below the message, as they were asked in the sender's language", async () => {
    const id = randomUUID();
    const answers = { [occasion.id]: "Hochzeit\nim Mai", [fabric.id]: "Linen" };
    await send({ p_id: id, p_locale: "en", p_answers: answers });
    await decide("questions", []);
    await take(id);
    const body = "select body from public.communications where id = $1";
    expect(await value(pool, body, [id])).toBe(
      "40 Schürzen?\n\nWhich fabric?: Linen\nFor what?: Hochzeit\nim Mai",
    );
  });

  it("fit behind the longest message, also when all are as long as they may be", async () => {
    const questions = Array.from({ length: 10 }, () => ({
      ...occasion,
      id: randomUUID(),
      labels: { de: "?".repeat(120) },
    }));
    await decide("questions", questions);
    const id = randomUUID();
    await send({
      p_id: id,
      p_body: "m".repeat(10_000),
      p_answers: Object.fromEntries(questions.map((one) => [one.id, "a".repeat(800)])),
    });
    await take(id);
    const length = "select length(body) from public.communications where id = $1";
    expect(await value(pool, length, [id])).toBe(10_000 + 2 + 10 * (120 + 2 + 800) + 9);
  });

  it.each<[string, unknown]>([
    ["without what is required", { [amount.id]: "40" }],
    ["none of the options", { [fabric.id]: "Seide" }],
    ["blank", { [fabric.id]: "Leinen", [amount.id]: "  " }],
    ["too long", { [fabric.id]: "Leinen", [amount.id]: "a".repeat(201) }],
    ["no text", { [fabric.id]: "Leinen", [amount.id]: 40 }],
    ["to what was not asked", { [fabric.id]: "Leinen", [randomUUID()]: "40" }],
    ["no object", "Leinen"],
    ["a list", [fabric.id]],
  ])("are refused: %s", async (_, answers) => {
    await expect(send({ p_answers: JSON.stringify(answers) })).rejects.toThrow("invalid_input");
  });

  it("need not come where none is required, as from pages that were opened before", async () => {
    await decide("questions", [amount, occasion]);
    expect(await send()).toBe("received");
    await decide("questions", [fabric]);
    await expect(send()).rejects.toThrow("invalid_input");
  });

  it("are those of one message: the same id with others is a conflict", async () => {
    const once = { p_id: randomUUID(), p_email: `eile-${randomUUID()}@post.test` };
    const answers = { [fabric.id]: "Leinen", [amount.id]: "40" };
    await send({ ...once, p_answers: answers });
    // Also when the page asks something else by now.
    await decide("questions", []);
    expect(await send({ ...once, p_answers: answers })).toBe("received");
    await expect(send({ ...once, p_answers: { [fabric.id]: "Loden" } })).rejects.toThrow(
      "conflict",
    );
  });
});

describe("the lists of a page", () => {
  const shown = async () => {
    const page = (await call(pool, anonymous, "read_contact_page", { p_slug: slug })) as {
      lists: { id: string }[];
    };
    return page.lists.map(({ id }) => id).sort();
  };

  it("are all on offer, unless an admin chose some", async () => {
    const other = await addList(pool, world);
    expect(await shown()).toEqual([listId, other].sort());
    await decide("list_ids", [other, (await openContactPage(pool, await makeWorld(pool))).listId]);
    expect(await shown()).toEqual([other]);
    await decide("list_ids", []);
    expect(await shown()).toEqual([]);
  });

  it("are the only ones that a message gets", async () => {
    const other = await addList(pool, world);
    await decide("list_ids", [other]);
    const id = randomUUID();
    await send({ p_id: id, p_list_ids: [listId, other] });
    await take(id);
    const asked = await pool.query(
      "select list_id from public.subscriptions where workspace_id = $1",
      [world.workspaceId],
    );
    expect(asked.rows).toEqual([{ list_id: other }]);
  });
});
