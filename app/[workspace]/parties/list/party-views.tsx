"use client";

import { deferred } from "@/app/_late/deferred";
import { type PartyFilter, readPartyFilter } from "@/domain/party-filter";
import type { ViewedScreen } from "../../board/query/saved-view";
import { ViewsButton } from "../../board/query/saved-views-menu";
import { useListWords } from "./list-context";
import { parametersOf } from "./use-party-filter";

const [SavedViewsPopup, preload] = deferred(
  async () => (await import("../../board/query/saved-views-popup")).SavedViewsPopup,
);

type PartyViewsProps = { filter: PartyFilter; onChoose: (filter: PartyFilter) => void };

/** The saved views of the list. */
export function PartyViews({ filter, onChoose }: PartyViewsProps) {
  const { memberName } = useListWords();
  const screen: ViewedScreen = {
    kind: "parties",
    parameters: parametersOf(filter),
    reread: (parameters) => parametersOf(read(parameters)),
    choose: (parameters) => onChoose(read(parameters)),
    memberName,
  };
  return (
    <ViewsButton preload={preload}>
      {(popup, onCurrent) => (
        <SavedViewsPopup popup={popup} screen={screen} onCurrent={onCurrent} />
      )}
    </ViewsButton>
  );
}

function read(parameters: string): PartyFilter {
  return readPartyFilter(new URLSearchParams(parameters));
}
