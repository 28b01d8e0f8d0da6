import "server-only";

import { cache } from "react";
import { serverCaller } from "./server";

/** The signed-in user with memberships and open invitations; null for nobody. Asked once a rendering. */
export const currentSession = cache(async () => (await serverCaller()).session.current());
