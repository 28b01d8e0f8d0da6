"use client";

import { Ban, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import type { Card } from "@/domain/board-card";
import { openAddress } from "../../open-address";
import { useBoardFrame } from "../board-frame";
import { CardMenu } from "../card/card-menu";
import { Activity, Amount, CloseDay, Owner, Stage, Step } from "./cells";
import { cellGrid } from "./list-layout";

type ListCardProps = {
  card: Card;
  tabIndex: 0 | -1;
  isOpen: boolean;
  isSelected: boolean;
  isNarrow: boolean;
};

/** An opportunity as a row: its name is a link that covers all of it. */
export const ListCard = memo(function ListCard(props: ListCardProps) {
  const { card, tabIndex, isOpen, isSelected, isNarrow } = props;
  const { query, membership } = useBoardFrame();
  // As on the board: what stands in the head of the group is not said again.
  const showsStage = query.group !== "stage";
  const link = (
    <a
      data-row={card.id}
      href={openAddress(membership.slug, card.id)}
      tabIndex={tabIndex}
      aria-current={isOpen ? "true" : undefined}
      className="flex min-w-0 flex-1 items-baseline gap-2 outline-none after:absolute after:-z-1 after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
    >
      <Names card={card} />
    </a>
  );
  return (
    <article
      data-card={card.id}
      className={cx(
        "group/row relative isolate h-full border-hairline border-b px-3 pointer-coarse:pr-12! sm:px-5",
        isOpen || isSelected ? "bg-accent-soft" : "bg-surface hover:bg-hover",
        isNarrow ? "flex flex-col justify-center gap-0.5" : cellGrid(query.group),
      )}
    >
      {isNarrow ? (
        <TwoLines card={card} link={link} showsStage={showsStage} />
      ) : (
        <Cells card={card} link={link} showsStage={showsStage} />
      )}
      {isSelected && <SelectedMark />}
      <div className="-translate-y-1/2 absolute top-1/2 right-1 z-2 rounded-6 bg-raised opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:bg-transparent pointer-coarse:opacity-100">
        <CardMenu card={card} isSelected={isSelected} tabIndex={tabIndex} />
      </div>
    </article>
  );
});

function SelectedMark() {
  const t = useTranslations("board.selection");
  return (
    <span
      role="img"
      aria-label={t("selected")}
      className="absolute inset-y-0 left-0 w-1 bg-accent"
    />
  );
}

type LineProps = { card: Card; link: ReactNode; showsStage: boolean };

function Cells({ card, link, showsStage }: LineProps) {
  return (
    <>
      {link}
      {showsStage && <Stage card={card} />}
      <Owner card={card} isNamed />
      <Amount card={card} className="text-right" />
      <CloseDay card={card} />
      <Step card={card} words="wide" />
      <Activity card={card} className="@4xl:block hidden" />
    </>
  );
}

function TwoLines({ card, link, showsStage }: LineProps) {
  return (
    <>
      <div className="flex items-baseline gap-3">
        {link}
        <Amount card={card} className="shrink-0" />
      </div>
      <div className="flex items-center gap-3">
        {showsStage ? (
          <Stage card={card} className="flex-1" />
        ) : (
          <Step card={card} words="all" className="flex-1" />
        )}
        <CloseDay card={card} />
        {showsStage && <Step card={card} words="none" />}
        <Owner card={card} isNamed={false} />
      </div>
    </>
  );
}

function Names({ card }: { card: Card }) {
  const t = useTranslations("board.card");
  // A card on its way to the database may not know its customer's name yet.
  const first = card.customerName === "" ? card.name : card.customerName;
  return (
    <>
      <span className="min-w-0 max-w-[65%] shrink-0 truncate font-medium text-14" title={first}>
        {first}
      </span>
      {card.isPrivate && (
        <Lock size={12} className="shrink-0 text-muted" role="img" aria-label={t("private")} />
      )}
      {card.isBlacklisted && (
        <Ban
          size={12}
          className="shrink-0 text-red-text"
          role="img"
          aria-label={t("blacklisted")}
        />
      )}
      {card.name !== first && (
        <span className="min-w-0 truncate text-13 text-muted" title={card.name}>
          {card.name}
        </span>
      )}
    </>
  );
}
