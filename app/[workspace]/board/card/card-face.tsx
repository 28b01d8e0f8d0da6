import { Ban, CalendarX, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { BoardStage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";
import { daysInStage, isCloseOverdue, type Moment, rottenDays, stepSignal } from "./card-facts";
import { StageTime } from "./stage-time";
import { StepMark } from "./step-mark";

type CardFaceProps = {
  card: Card;
  stage: BoardStage;
  ownerName: string | undefined;
  moment: Moment;
  /** Where the column does not say it. */
  showsStage?: boolean | undefined;
  /** Makes the names a link that covers the card; without it the face is a picture. */
  link?: ComponentProps<"a"> | undefined;
  className?: string | undefined;
};

/** What a card shows; always as high as `--card-height`. */
export function CardFace(props: CardFaceProps) {
  const { card, stage, ownerName, moment, showsStage = false, link, className } = props;
  const { stages, density } = useBoardFrame();
  const quiet = rottenDays(card, stage, moment);
  const signal = stepSignal(card, stage, moment);
  return (
    <div
      className={cx(
        "isolate flex h-(--card-height) flex-col rounded-8 border px-3",
        density === "compact" ? "py-1.5" : "py-2",
        quiet === null
          ? "border-hairline bg-surface"
          : "border-amber-soft bg-[color-mix(in_oklab,var(--amber-soft)_60%,var(--surface))]",
        className,
      )}
    >
      <Names
        card={card}
        link={link}
        isCompact={density === "compact"}
        stageTime={
          <StageTime days={daysInStage(card, stage, moment)} quiet={quiet} stage={stage.name} />
        }
      />
      <div className="mt-auto flex items-center gap-2 text-12 text-muted">
        {showsStage && (
          <span role="img" aria-label={stage.name} data-tooltip={stage.name}>
            <StageMark stage={stage} stages={stages} />
          </span>
        )}
        <Amount card={card} />
        <CloseDay card={card} isOverdue={isCloseOverdue(card, stage, moment)} now={moment.now} />
        {signal && <StepMark signal={signal} card={card} now={moment.now} />}
        {ownerName !== undefined && <Avatar name={ownerName} size="sm" />}
      </div>
    </div>
  );
}

type NamesProps = Pick<CardFaceProps, "card" | "link"> & {
  isCompact: boolean;
  stageTime: ReactNode;
};

function Names({ card, link, isCompact, stageTime }: NamesProps) {
  const t = useTranslations("board.card");
  // A card on its way to the database may not know its customer's name yet.
  const first = card.customerName === "" ? card.name : card.customerName;
  // A quick-added opportunity is named like its customer: once is enough.
  const second = card.name === first ? (card.nextStep ?? "") : card.name;
  const marks = (
    <>
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
    </>
  );
  const names = isCompact ? (
    <span className={cx("flex min-w-0 items-baseline gap-1.5", link && "pointer-coarse:pr-8")}>
      <span className="min-w-0 truncate font-medium text-14" title={first}>
        {first}
      </span>
      {marks}
      <span className="min-w-0 flex-1 truncate text-13 text-muted" title={second}>
        {second}
      </span>
      {stageTime}
    </span>
  ) : (
    <>
      <span className={cx("flex min-w-0 items-center gap-1.5", link && "pointer-coarse:pr-8")}>
        <span className="truncate font-medium text-14" title={first}>
          {first}
        </span>
        {marks}
      </span>
      <span className="flex h-4.5 min-w-0 items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-13 text-muted" title={second}>
          {second}
        </span>
        {stageTime}
      </span>
    </>
  );
  if (!link) return <div>{names}</div>;
  return (
    <a
      {...link}
      draggable={false}
      // Below the rest of the card, which has tooltips of its own.
      className="block outline-none after:absolute after:-z-1 after:inset-0 after:rounded-8 focus-visible:after:outline-2 focus-visible:after:outline-ring"
    >
      {names}
    </a>
  );
}

function Amount({ card }: { card: Card }) {
  const t = useTranslations("board.card");
  const format = useFormat();
  if (card.amount === null) {
    return (
      <span className="min-w-0 flex-1 text-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("noAmount")}</span>
      </span>
    );
  }
  const amount = format.money(card.amount, card.currency, { trim: true });
  return (
    <span className="min-w-0 flex-1 truncate text-13 text-text tabular" title={amount}>
      {amount}
    </span>
  );
}

function CloseDay({ card, isOverdue, now }: { card: Card; isOverdue: boolean; now: Date }) {
  const t = useTranslations("board.card");
  const format = useFormat();
  if (card.expectedCloseOn === null) return null;
  const label = t(isOverdue ? "closeOverdue" : "close", { day: format.date(card.expectedCloseOn) });
  return (
    <span
      className={cx(
        "flex shrink-0 items-center gap-1 whitespace-nowrap tabular",
        isOverdue && "text-red-text",
      )}
      data-tooltip={label}
    >
      {isOverdue && <CalendarX size={12} aria-hidden="true" />}
      <span aria-hidden="true">{format.shortDay(card.expectedCloseOn, now)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
