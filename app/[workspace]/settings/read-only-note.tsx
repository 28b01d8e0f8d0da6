"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";

/** Says why nothing here can be changed. */
export function ReadOnlyNote() {
  const t = useTranslations("settings");
  return <Badge icon={<Lock size={12} />}>{t("readOnly")}</Badge>;
}
