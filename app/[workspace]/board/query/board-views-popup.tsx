"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useBoardChanges } from "@/app/_realtime/use-board";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";
import type { BoardFilter } from "@/domain/board-filter";
import { useBoardFrame } from "../board-frame";
import { filterOf, parametersOf, rereadBoard } from "./saved-view";
import { SavedViewsPopup } from "./saved-views-popup";

type BoardViewsPopupProps = {
  popup: PopupState;
  filter: BoardFilter;
  onChoose: (filter: BoardFilter) => void;
  onCurrent: (name: string | null) => void;
};

/** The saved views of the board, which hears of their changes. */
export function BoardViewsPopup({ popup, filter, onChoose, onCurrent }: BoardViewsPopupProps) {
  const queryClient = useQueryClient();
  const { queryKey } = useTRPC().savedView.list.queryOptions();
  const { memberName } = useBoardFrame();
  useBoardChanges(({ everything, savedViews }) => {
    if (everything || savedViews) void queryClient.invalidateQueries({ queryKey });
  });
  const screen = {
    kind: "board" as const,
    parameters: parametersOf(filter),
    reread: rereadBoard,
    choose: (parameters: string) => onChoose(filterOf({ parameters })),
    memberName,
  };
  return <SavedViewsPopup popup={popup} screen={screen} onCurrent={onCurrent} />;
}
