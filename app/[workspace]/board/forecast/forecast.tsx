"use client";

import { useRef } from "react";
import type { VisibleBoard } from "@/domain/board-visible";
import { BoardList, type BoardListHandle } from "../list/board-list";
import type { Selection } from "../selection/use-selection";
import { ForecastChart } from "./forecast-chart";

type ForecastProps = { board: VisibleBoard; selection: Selection; openId: string | null };

/** A board by month: what each may bring as bars, and the same months as a list below. */
export function Forecast({ board, selection, openId }: ForecastProps) {
  const list = useRef<BoardListHandle>(null);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ForecastChart
        columns={board.columns}
        hasPanel={openId !== null}
        onChoose={(key) => list.current?.focusGroup(key)}
      />
      <BoardList ref={list} board={board} selection={selection} openId={openId} />
    </div>
  );
}
