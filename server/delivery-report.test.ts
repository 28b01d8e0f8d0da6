import { expect, it } from "vitest";
import { readDeliveryReport } from "./delivery-report";
import { exchangeReport, postfixReport } from "./delivery-report-samples";

const to = "bounce+1@spur.example";
const read = (text: string) => readDeliveryReport(new TextEncoder().encode(text));

it("reads what Postfix writes", async () => {
  expect(await read(postfixReport({ to }))).toEqual({
    sentTo: to,
    status: "5.1.1",
    isAddressBad: true,
    detail: "5.1.1 550 5.1.1 <leser@post.example>: Recipient address rejected: User unknown",
  });
});

it("reads what Exchange writes, whose report is encoded", async () => {
  const report = await read(exchangeReport({ to }));
  expect(report).toMatchObject({ status: "5.1.10", isAddressBad: true });
  expect(report?.sentTo).toContain(to);
  expect(report?.detail).toContain("RESOLVER.ADR.RecipientNotFound");
});

it.each([
  [{ status: "4.2.2", action: "delayed" }, false],
  [{ status: "4.4.7", action: "failed" }, false],
  [{ status: "5.1.1", action: "delayed" }, false],
  [{ status: "5.4.4", action: "failed" }, true],
  [{ status: "5.2.1", action: "failed" }, true],
  [{ status: "5.2.2", action: "failed" }, false],
  [{ status: "5.7.1", action: "failed" }, false],
])("tells of %j whether it is for good: %s", async (sample, isAddressBad) => {
  expect(await read(postfixReport({ to, ...sample }))).toMatchObject({ isAddressBad });
  expect(await read(exchangeReport({ to, ...sample }))).toMatchObject({ isAddressBad });
});

it.each([
  ["a delivery", postfixReport({ to, status: "2.0.0", action: "delivered" })],
  ["a status that is none", postfixReport({ to, status: "no" })],
  ["an answer from a holiday", `To: ${to}\r\nSubject: Bin im Urlaub\r\n\r\nBis Montag.\r\n`],
  ["nothing", ""],
  ["noise", "\u0000\u0001--=\r\n\r\n"],
])("takes %s for no failure", async (_, text) => {
  expect(await read(text)).toBeNull();
});

it("does not believe a report inside of a mail that was forwarded", async () => {
  const inner = postfixReport({ to });
  const mail = `To: ${to}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--x--\r\n`;
  expect(await read(mail)).toBeNull();
});
