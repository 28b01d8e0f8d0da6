"use client";

import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import { useEscape } from "@/app/_ui/use-escape";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";

type SelectionBarProps = { count: number; onMove: (stageId: string) => void; onClear: () => void };

/** What can be done with the selected cards, above the foot of the board. */
export function SelectionBar({ count, onMove, onClear }: SelectionBarProps) {
  const t = useTranslations("board.selection");
  const { stages } = useBoardFrame();
  useEscape(true, onClear);
  const options = stages.map((stage) => ({
    value: stage.id,
    label: stage.name,
    icon: <StageMark stage={stage} stages={stages} />,
  }));
  return (
    <section
      aria-label={t("label")}
      className="fixed bottom-[max(1rem,env(safe-area-inset-bottom))] left-1/2 z-30 flex -translate-x-1/2 arrive-hint items-center gap-2 rounded-10 border border-hairline bg-raised p-1.5 pl-4 shadow-float max-md:bottom-20"
    >
      <p role="status" className="whitespace-nowrap font-medium text-13 tabular">
        {t("count", { count })}
      </p>
      <Menu
        label={t("moveTo")}
        side="top"
        align="end"
        entries={[{ kind: "choice", label: t("moveTo"), value: null, options, onChoose: onMove }]}
        trigger={(props) => (
          <Button {...props} variant="primary" trailing={<ChevronDown size={14} />}>
            {t("moveTo")}
          </Button>
        )}
      />
      <IconButton label={t("clear")} icon={<X size={16} />} onClick={onClear} />
    </section>
  );
}
