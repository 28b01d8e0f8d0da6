import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_trpc/use-trpc";

/** A page of the list as the server answers it. */
export type PartyPage = inferOutput<ReturnType<typeof useTRPC>["partyList"]["page"]>;
export type PartyRow = PartyPage["rows"][number];
export type ListFrame = NonNullable<PartyPage["frame"]>;

/** What a page is asked for at a time: more than a tall screen shows. */
export const pageSize = 60;
