/** Bounds in characters. */
export const importLimits = { name: 200, nextStep: 500, note: 10_000 } as const;

/** The largest amount of a numeric(19,4). */
export const maxImportAmount = "999999999999999.9999";

/** How many rows go to the server in one request. */
export const importChunkSize = 500;
