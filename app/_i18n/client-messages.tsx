import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "./messages-provider";
import type { Namespace } from "./namespaces";

type ClientMessagesProps = {
  /** What the client components below translate with; `common` is always there. */
  namespaces: readonly Namespace[];
  /** IANA zone for dates below, e.g. the workspace's; left out, the outer one stays. */
  timeZone?: string | undefined;
  children: ReactNode;
};

/**
 * Sends the named message namespaces to the client components below it, and no others. Nests:
 * an inner one adds to what outer ones gave.
 */
export async function ClientMessages({ namespaces, timeZone, children }: ClientMessagesProps) {
  const all = await getMessages();
  const picked = Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
  return (
    <MessagesProvider messages={picked} timeZone={timeZone}>
      {children}
    </MessagesProvider>
  );
}
