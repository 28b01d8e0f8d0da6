"use client";

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { CommunicationType } from "@/domain/communication-input";
import { useBoardFrame } from "../../board-frame";

const pageSize = 20;

/** What is written down about a contact. Times are ISO 8601. */
export type CommunicationText = {
  typeCode: CommunicationType;
  direction: "incoming" | "outgoing" | null;
  subject: string | null;
  body: string | null;
  occurredAt: string;
};

type Cursor = { occurredAt: string; id: string };

/** The communications of an opportunity, newest first, with this member's own shown at once. */
export function useCommunications(opportunityId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { membership } = useBoardFrame();
  const input = { opportunityId, limit: pageSize };
  const key = trpc.communication.list.infiniteQueryKey(input);
  // Asked by hand: tRPC's own options add a direction of paging, which the router does not know.
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as Cursor | null,
    queryFn: ({ pageParam, signal }) =>
      client.communication.list.query({ ...input, cursor: pageParam }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  type Page = NonNullable<typeof query.data>["pages"][number];
  type Item = Page["items"][number];

  function change(part: (items: Item[], isFirst: boolean) => Item[]) {
    queryClient.setQueryData<InfiniteData<Page>>(
      key,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, place) => ({
            ...page,
            items: part(page.items, place === 0),
          })),
        },
    );
  }

  /** Shows a change at once and reads anew afterwards, whether it was written or not. */
  async function write(show: () => void, send: () => Promise<unknown>) {
    await queryClient.cancelQueries({ queryKey: key });
    show();
    try {
      await send();
    } finally {
      void queryClient.invalidateQueries({ queryKey: key });
    }
  }

  return {
    items: query.data?.pages.flatMap(({ items }) => items),
    error: query.error,
    retry: () => void query.refetch(),
    hasOlder: query.hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: () => void query.fetchNextPage(),
    /** @throws what the router throws, after taking it back */
    add(text: CommunicationText) {
      const id = newId();
      const written = { ...text, id, opportunityId };
      const author = { version: 0, authorId: membership.memberId, isShared: false, party: null };
      return write(
        () =>
          change((items, isFirst) =>
            isFirst ? sorted([...items, { ...written, ...author }]) : items,
          ),
        () => client.communication.log.mutate({ ...written, mutationId: newId() }),
      );
    },
    /** @throws what the router throws, after taking it back */
    edit({ id, version }: Item, patch: CommunicationText) {
      return write(
        () =>
          change((items) =>
            sorted(items.map((one) => (one.id === id ? { ...one, ...patch } : one))),
          ),
        () => client.communication.update.mutate({ id, version, patch }),
      );
    },
    /** @throws what the router throws, after taking it back */
    remove(id: string) {
      return write(
        () => change((items) => items.filter((one) => one.id !== id)),
        () => client.communication.delete.mutate({ id }),
      );
    },
  };
}

type Communications = ReturnType<typeof useCommunications>;
export type Communication = NonNullable<Communications["items"]>[number];

function sorted<Item extends { id: string; occurredAt: string }>(items: Item[]): Item[] {
  const time = (item: Item) => Date.parse(item.occurredAt);
  return items.sort((a, b) => time(b) - time(a) || (a.id < b.id ? -1 : 1));
}
