"use client";

import { type BoardFilter, isUnfiltered } from "@/domain/board-filter";
import type { Grouping } from "@/domain/board-query";
import { BoardEmpty } from "../board-empty";
import { NothingMatches } from "./nothing-matches";
import { NothingOpen } from "./nothing-open";

type EmptyBoardProps = {
  slug: string;
  filter: BoardFilter;
  /** Of what is shown; the filter may be ahead of it. */
  group: Grouping;
  /** Left out for who may only look. */
  onAdd: (() => void) | undefined;
};

/** A board, list or forecast without anything in it: why, and what to do. */
export function EmptyBoard({ slug, filter, group, onAdd }: EmptyBoardProps) {
  if (!isUnfiltered(filter)) return <NothingMatches filter={filter} />;
  if (group !== "stage") return <NothingOpen filter={filter} />;
  return <BoardEmpty slug={slug} onAdd={onAdd} />;
}
