import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  codeOf,
  connectToTestStack,
  newOpportunity,
  newWorkspace,
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
