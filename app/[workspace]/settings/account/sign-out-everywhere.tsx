"use client";

import { MonitorX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSignOut } from "@/app/_entry/use-sign-out";
import { Button } from "@/app/_ui/button";

/** Ends every session of the account, e.g. after a telephone was lost. */
export function SignOutEverywhere() {
  const t = useTranslations("settings.account");
  const { signOut, isLeaving, question } = useSignOut();
  return (
    <>
      <Button
        icon={<MonitorX size={16} />}
        pending={isLeaving}
        onClick={() => signOut({ everywhere: true })}
      >
        {t("everywhereAction")}
      </Button>
      {question}
    </>
  );
}
