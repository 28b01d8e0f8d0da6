import { startEphemeralStack } from "../local/testing";

/** A stack for one test file alone, which may take it down and bring it back. */
export const startOwnStack = () => startEphemeralStack();
