import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";

/** A mail server that counts what it took, by Message-ID, and keeps its answers back when told to. */
export async function openPostOffice() {
  const counts = new Map<string, number>();
  let held: (() => void)[] | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const id = /^Message-ID: <([^@]+)@/im.exec(Buffer.concat(parts).toString())?.[1];
        const key = id ?? randomUUID();
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (held) held.push(done);
        else done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    /** How often this mail came. */
    taken: (id: string) => counts.get(id) ?? 0,
    /** How many different ones came. */
    takenCount: () => counts.size,
    /** How many wait for their answer. */
    heldCount: () => held?.length ?? 0,
    /** From now on nobody hears an answer, until what is returned is called. */
    hold() {
      const answers: (() => void)[] = [];
      held = answers;
      return () => {
        held = undefined;
        for (const answer of answers) answer();
      };
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
