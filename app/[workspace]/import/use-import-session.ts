"use client";

import { useTimeZone } from "next-intl";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { dayIn } from "@/app/_ui/format/date";
import { useWorkspace } from "../workspace-context";
import type { ImportPlaces } from "./import-places";
import { type ImportSession, importSession } from "./import-session";
import { emptyImport, type ImportState } from "./import-state";

const serverState = () => emptyImport;

/** The reader's import and its state. It checks against `places`, also when they change. */
export function useImportSession(places: ImportPlaces): {
  session: ImportSession;
  state: ImportState;
} {
  const { memberId, currency } = useWorkspace();
  const timeZone = useTimeZone() ?? "UTC";
  const session = useMemo(() => importSession(memberId), [memberId]);
  const state = useSyncExternalStore(session.store.subscribe, session.store.get, serverState);
  const { stages, members } = places;
  useEffect(() => {
    const today = dayIn(new Date(), timeZone);
    session.reader.setContext({ stages, members, currency, today });
  }, [session, stages, members, currency, timeZone]);
  return { session, state };
}
