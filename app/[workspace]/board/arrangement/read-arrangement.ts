import * as z from "zod/mini";
import { type Arrangement, asUsual, densities } from "./arrangement";

const keys = z.array(z.string().check(z.maxLength(36)));
const stored = z.object({ density: z.enum(densities), folded: keys, order: keys });

/** As the cookie says it; as usual where it says nothing that can be read. */
export function readArrangement(text: string | undefined): Arrangement {
  if (text === undefined) return asUsual;
  try {
    return stored.safeParse(JSON.parse(text)).data ?? asUsual;
  } catch {
    return asUsual;
  }
}
