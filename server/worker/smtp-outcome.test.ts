import { expect, it } from "vitest";
import { smtpOutcome } from "./smtp-outcome";

const failure = (fields: Record<string, unknown>) => Object.assign(new Error("no"), fields);

it.each([
  [
    { responseCode: 550, command: "RCPT TO" },
    { outcome: "refused", isAddressBad: true },
  ],
  [
    { responseCode: 552, command: "RCPT TO" },
    { outcome: "refused", isAddressBad: false },
  ],
  [
    { responseCode: 554, command: "DATA" },
    { outcome: "refused", isAddressBad: false },
  ],
  [{ responseCode: 535, command: "AUTH PLAIN" }, { outcome: "later" }],
  [{ responseCode: 451, command: "DATA" }, { outcome: "later" }],
  [{ code: "ESOCKET", syscall: "connect" }, { outcome: "later" }],
  [{ code: "EDNS" }, { outcome: "later" }],
  [{ code: "ECONNECTION" }, { outcome: "unknown" }],
  [{ code: "ETIMEDOUT", command: "DATA" }, { outcome: "unknown" }],
])("reads %j", (fields, outcome) => {
  expect(smtpOutcome(failure(fields))).toMatchObject(outcome);
});
