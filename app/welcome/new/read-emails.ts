import { email } from "@/domain/input-fields";

/** The addresses in a text: separated by blanks, commas, semicolons, also "Name <address>". */
export function readEmails(text: string): string[] {
  const found = text.split(/[\s,;<>"]+/).flatMap((part) => {
    const read = email.safeParse(part);
    return read.success ? [read.data] : [];
  });
  return [...new Set(found)];
}
