import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  codeOf,
  connectToTestStack,
  newOpportunity,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let opportunityId: string;
let customerId: string;
beforeAll(async () => {
  workspace = await newWorkspace();
  const input = newOpportunity(workspace);
  opportunityId = input.id;
  await workspace.admin.caller.opportunity.create(input);
  customerId = (await people()).customer.id;
});

const people = () => workspace.admin.caller.opportunity.people({ id: opportunityId });

const point = (text: string) => ({
  id: randomUUID(),
  mutationId: randomUUID(),
  partyId: customerId,
  text,
  timeZone: "Europe/Berlin",
});

it("notes what was typed, shows it beside the party, and forgets it", async () => {
  const { contactPoint } = workspace.admin.caller;
  const phone = point("030 123456");
  await contactPoint.add(phone);
  await contactPoint.add(phone);
  const email = point("Info@Mustermann.de");
  await contactPoint.add(email);
  expect((await people()).customer.contactPoints).toEqual([
    {
      id: email.id,
      kind: "email",
      value: "info@mustermann.de",
      extension: null,
      address: null,
      isPrimary: false,
      shown: "info@mustermann.de",
      href: "mailto:info@mustermann.de",
    },
    {
      id: phone.id,
      kind: "phone",
      value: "+4930123456",
      extension: null,
      address: null,
      isPrimary: false,
      shown: "+49 30 123456",
      href: "tel:+4930123456",
    },
  ]);
  await contactPoint.remove({ id: email.id });
  expect((await people()).customer.contactPoints.map(({ id }) => id)).toEqual([phone.id]);
  expect(await codeOf(contactPoint.remove({ id: email.id }))).toBe("forbidden");
});

it("says what it cannot read, and what is there already", async () => {
  const { contactPoint } = workspace.admin.caller;
  expect(await codeOf(contactPoint.add(point("ruf mich an")))).toBe("contact_not_readable");
  await contactPoint.add(point("mustermann.de"));
  expect(await codeOf(contactPoint.add(point("https://mustermann.de")))).toBe("already_exists");
});

describe("another address in place of one", () => {
  const read = async (id: string) => {
    const { contactPoints } = await workspace.admin.caller.party.byId({ id: customerId });
    return some(contactPoints.find((one) => one.id === id));
  };
  const typed = (kind: "email" | "phone", text: string) => ({
    typed: { kind, text, timeZone: "Europe/Berlin" },
  });

  it("is read as when it is added, and is allowed no more than a new one", async () => {
    const { contactPoint } = workspace.admin.caller;
    const { id } = await contactPoint.add(point("0221 123456"));
    await contactPoint.update({ id, version: 1, patch: { mayContact: true } });
    const patch = typed("phone", "0221 654321 ext. 7");
    expect(await contactPoint.update({ id, version: 2, patch })).toEqual({ id, version: 3 });
    expect(await read(id)).toMatchObject({
      value: "+49221654321",
      extension: "7",
      mayContact: null,
    });
  });

  it("replaces the parts of a postal address, and the text that is made of them", async () => {
    const { contactPoint } = workspace.admin.caller;
    const { timeZone: _, text: __, ...ids } = point("");
    const { id } = await contactPoint.addAddress({
      ...ids,
      address: { street: "Domplatz 1", city: "Köln", country: "DE" },
    });
    const address = { street: "Domplatz 2", postalCode: "50667", city: "Köln", country: "DE" };
    await contactPoint.update({ id, version: 1, patch: { address } });
    expect(await read(id)).toMatchObject({ address, shown: "Domplatz 2\n50667 Köln" });
  });

  it("is refused when it cannot be read, is of another kind, is there already or somebody was faster", async () => {
    const { contactPoint } = workspace.admin.caller;
    const { id } = await contactPoint.add(point("eins@mustermann.de"));
    await contactPoint.add(point("zwei@mustermann.de"));
    const update = (text: string, kind: "email" | "phone" = "email") =>
      codeOf(contactPoint.update({ id, version: 1, patch: typed(kind, text) }));
    expect(await update("ruf mich an")).toBe("contact_not_readable");
    expect(await update("030 123456")).toBe("contact_other_kind");
    // Whoever lies about its kind meets the check of the database.
    expect(await update("030 123456", "phone")).toBe("invalid_input");
    expect(await update("zwei@mustermann.de")).toBe("already_exists");
    expect(await update("drei@mustermann.de")).toBe("ok");
    expect(await update("vier@mustermann.de")).toBe("conflict");
  });
});
