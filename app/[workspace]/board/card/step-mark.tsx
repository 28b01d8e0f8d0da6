import { Circle, CircleAlert, CircleDot, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Card } from "@/domain/board-card";
import type { StepSignal } from "@/domain/board-query";

const looks = {
  overdue: { Icon: CircleAlert, tone: "text-red-text" },
  today: { Icon: CircleDot, tone: "text-green-text" },
  later: { Icon: Circle, tone: "text-faint" },
  missing: { Icon: TriangleAlert, tone: "text-amber-text" },
} as const;

type StepMarkProps = { signal: StepSignal; card: Pick<Card, "nextStep" | "nextStepOn">; now: Date };

/** What the next step asks for, as a shape, a colour and words. */
export function StepMark({ signal, card, now }: StepMarkProps) {
  const t = useTranslations("board.step");
  const format = useFormat();
  const { Icon, tone } = looks[signal];
  const day = card.nextStepOn === null ? null : format.shortDay(card.nextStepOn, now);
  const words = [card.nextStep, day].filter(Boolean).join(" · ");
  const label = words === "" ? t(signal) : `${t(signal)}: ${words}`;
  return (
    <span role="img" aria-label={label} data-tooltip={label} className={tone}>
      <Icon size={14} strokeWidth={2.25} aria-hidden="true" />
    </span>
  );
}
