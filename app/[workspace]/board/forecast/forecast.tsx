"use client";

import { useRef } from "react";
import type { VisibleBoard } from "@/domain/board-visible";
import { BoardList, type BoardListHandle } from "../list/board-list";
import { ForecastChart } from "./forecast-chart";

type ForecastProps = { board: VisibleBoard; openId: string | null };

/** A board by month: what each may bring as bars, and the same months as a list below. */
export function Forecast({ board, openId }: ForecastProps) {
  const list = useRef<BoardListHandle>(null);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ForecastChart
        columns={board.columns}
        hasPanel={openId !== null}
        onChoose={(key) => list.current?.focusGroup(key)}
      />
      <BoardList ref={list} board={board} openId={openId} />
    </div>
  );
}
