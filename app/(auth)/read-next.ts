import type { Route } from "next";
import { readReturnPath } from "@/domain/return-path";

/** Only paths are taken, so any origin does for reading them. */
const anywhere = "http://spur.invalid";

/** The path to go on to after signing in, from the address bar; null if it leads elsewhere. */
export function readNext(asked: string | string[] | undefined): Route | null {
  if (typeof asked !== "string" || !asked.startsWith("/")) return null;
  // Checked to be a path of this application; whether a page is there shows when it is opened.
  return readReturnPath(asked, anywhere) as Route | null;
}
