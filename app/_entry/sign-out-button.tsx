"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useSignOut } from "./use-sign-out";

/** Ends the session in this browser. */
export function SignOutButton() {
  const t = useTranslations("frame.user");
  const { signOut, isLeaving, question } = useSignOut();
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<LogOut size={16} />}
        pending={isLeaving}
        onClick={() => signOut({ everywhere: false })}
      >
        {t("signOut")}
      </Button>
      {question}
    </>
  );
}
