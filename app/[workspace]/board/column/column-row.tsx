"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { cx } from "@/app/_ui/cx";
import type { BoardStage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";
import { openAddress } from "../../open-address";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import { CardMenu } from "../card/card-menu";
import { LateCardPeople, LateNameTag } from "../late-parts";

/** How a row shows that something happens to its card. "lifted" and "flying" draw it elsewhere. */
export type RowState = "resting" | "lifted" | "flying";

type RowCardProps = {
  card: Card;
  stage: BoardStage;
  /** 0 for the card of the column that Tab leads to. */
  tabIndex: 0 | -1;
  state: RowState;
  isOpen: boolean;
  isSelected: boolean;
  /** Who just changed it, elsewhere. */
  mover: string | undefined;
};

type ColumnRowProps = Omit<RowCardProps, "stage"> & {
  /** Distance from the top of the column, px. */
  top: number;
  place: number;
  count: number;
  /** Whether it can be seen sliding to a new place. */
  slides: boolean;
};

/** A card at its place in a column. Slides there when its place changes. */
export const ColumnRow = memo(function ColumnRow(props: ColumnRowProps) {
  const { top, place, count, slides, ...row } = props;
  const stage = useBoardFrame().stageOf(row.card.stageId);
  if (!stage) return null;
  return (
    <li
      aria-setsize={count}
      aria-posinset={place}
      // A layer of its own, so that making room and dropping paint no card anew: they show where each
      // is. Outside of the view it would be one for nothing.
      className={cx(
        "absolute inset-x-2 top-0",
        slides && "transition-transform duration-(--motion-base) will-change-transform",
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowCard {...row} stage={stage} />
    </li>
  );
});

/** Apart from its place: a card that is dropped gives a new one to every card below it. */
const RowCard = memo(function RowCard(props: RowCardProps) {
  const { card, stage, tabIndex, state, isOpen, isSelected, mover } = props;
  const { query, membership, moment, memberName, canEdit } = useBoardFrame();
  const t = useTranslations("board.selection");
  return (
    <article
      data-card={card.id}
      className={cx(
        "group/card relative select-none",
        state !== "resting" && "opacity-0",
        state === "lifted" && "pointer-events-none",
      )}
    >
      <CardFace
        card={card}
        stage={stage}
        showsStage={query.group !== "stage"}
        ownerName={memberName(card.ownerId)}
        moment={moment}
        className={cx(
          "transition-colors duration-(--motion-fast)",
          isOpen ? "border-accent!" : "group-hover/card:border-hairline-strong",
          isSelected && "border-accent! bg-accent-soft!",
        )}
        link={{
          href: openAddress(membership.slug, card.id),
          tabIndex,
          "aria-describedby": canEdit ? "board-keys" : undefined,
          "aria-current": isOpen ? "true" : undefined,
        }}
      />
      <div className="absolute top-1 right-1 z-2 rounded-6 bg-surface opacity-0 focus-within:opacity-100 group-hover/card:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:-top-0.5 pointer-coarse:-right-0.5 pointer-coarse:bg-transparent pointer-coarse:opacity-100">
        <CardMenu card={card} isSelected={isSelected} tabIndex={tabIndex} />
      </div>
      {isSelected && (
        <span className="absolute top-2 -left-1.5 z-2 grid size-4 place-items-center rounded-full bg-accent text-on-accent">
          <Check size={12} strokeWidth={3} role="img" aria-label={t("selected")} />
        </span>
      )}
      {mover !== undefined && <LateNameTag name={mover} />}
      <LateCardPeople cardId={card.id} />
    </article>
  );
});
