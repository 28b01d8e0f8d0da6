"use client";

import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import type { StageKind } from "./stage";

const tones: Record<StageKind, Tone> = { open: "neutral", won: "green", lost: "red" };

/** Whether a sale in a stage is open, won or lost. */
export function KindBadge({ kind }: { kind: StageKind }) {
  const t = useTranslations("settings.stages.kinds");
  return <Badge tone={tones[kind]}>{t(kind)}</Badge>;
}
