import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { solveChallenge } from "@/domain/proof-of-work";
import { openDatabase } from "@/supabase/tests/database";
import { connectToTestStack, newWorkspace, signedOutCaller, type TestWorkspace } from "../testing";

connectToTestStack();
const database = openDatabase(2);
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await newWorkspace();
  await database.query("update public.contact_pages set is_open = true where workspace_id = $1", [
    workspace.id,
  ]);
});

const message = () => ({
  id: randomUUID(),
  slug: workspace.slug,
  name: "Rosa Grünfeld",
  email: `Rosa.${randomUUID()}@Post.test`,
  company: null,
  phone: null,
  timeZone: "Europe/Berlin",
  body: "40 Schürzen?",
  locale: "de" as const,
  listIds: [],
  hasAgreed: true,
  proof: null,
});

it("takes a message of anybody with the proof of work that it asked for", async () => {
  const caller = signedOutCaller();
  const challenge = await caller.contactPage.challenge({ slug: workspace.slug });
  const proof = {
    challenge: challenge.challenge,
    solution: await solveChallenge(challenge),
  };
  expect(await caller.contactPage.send({ ...message(), proof })).toBe("received");
  await expect(caller.contactPage.send({ ...message(), proof })).rejects.toThrow("proof_invalid");
});

it("asks by mail whoever comes without", async () => {
  expect(await signedOutCaller().contactPage.send(message())).toBe("unproven");
});

it("reads a number where the workspace is, and says when it cannot", async () => {
  const id = randomUUID();
  await signedOutCaller().contactPage.send({ ...message(), id, phone: "030 901820" });
  const { rows } = await database.query(
    "select phone from private.contact_messages where id = $1",
    [id],
  );
  expect(rows).toEqual([{ phone: "+4930901820" }]);
  await expect(signedOutCaller().contactPage.send({ ...message(), phone: "bald" })).rejects.toThrow(
    "contact_not_readable",
  );
});

it("keeps what the page's own questions are answered with", async () => {
  const question = {
    id: randomUUID(),
    labels: { de: "Wie viele?" },
    kind: "text" as const,
    isRequired: true,
    options: [],
  };
  const decide = (questions: unknown[]) =>
    database.query("update public.contact_pages set questions = $2 where workspace_id = $1", [
      workspace.id,
      JSON.stringify(questions),
    ]);
  await decide([question]);
  const id = randomUUID();
  const { contactPage } = signedOutCaller();
  // As a page does that was opened before there were questions.
  await expect(contactPage.send({ ...message(), id })).rejects.toThrow("invalid_input");
  await contactPage.send({ ...message(), id, answers: { [question.id]: "40 Stück" } });
  await decide([]);
  const { rows } = await database.query(
    "select answers from private.contact_messages where id = $1",
    [id],
  );
  expect(rows).toEqual([
    { answers: [{ id: question.id, question: "Wie viele?", answer: "40 Stück" }] },
  ]);
});

it("shows of a workspace what its page shows, and nothing more", async () => {
  const page = await signedOutCaller().contactPage.read({ slug: workspace.slug });
  expect(Object.keys(page).sort()).toEqual([
    "accentHue",
    "consentTexts",
    "fields",
    "hasMyPage",
    "introductions",
    "lists",
    "logo",
    "privacyUrl",
    "questions",
    "slug",
    "thanks",
    "timeZone",
    "titles",
    "workspace",
  ]);
});
