"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useTypedEmail } from "../../typed-email";
import type { MailKind } from "./mail-kind";

/** What is on its way to whom, and the same once more. */
export function MailSent({ kind, next }: { kind: MailKind; next: Route | null }) {
  const t = useTranslations("auth.checkMail");
  const [email] = useTypedEmail();
  const again = useSendAgain(kind, next);
  const known = `${kind}To` as const;
  return (
    <div className="flex flex-col gap-3 text-pretty text-muted">
      <p className="text-16 text-text">
        {email
          ? t.rich(known, {
              email,
              b: (words) => <strong className="font-semibold wrap-anywhere">{words}</strong>,
            })
          : t(kind)}
      </p>
      <p>{t("where")}</p>
      <p>{t("missing")}</p>
      {email && again && (
        <Button className="mt-2 self-start" pending={again.isPending} onClick={again.send}>
          {t("again")}
        </Button>
      )}
    </div>
  );
}

/** Null where a mail cannot be asked for again without a password. */
function useSendAgain(kind: MailKind, next: Route | null) {
  const t = useTranslations("auth.checkMail");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const [email] = useTypedEmail();
  const told = {
    onSuccess: () => toast.show({ title: t("sentAgain"), tone: "success" }),
    onError: (error: unknown) => toast.error(t("notSent"), errorText(error)),
  };
  const link = useMutation(trpc.session.signInWithLink.mutationOptions(told));
  const reset = useMutation(trpc.session.requestPasswordReset.mutationOptions(told));
  if (kind === "confirm") return null;
  return {
    isPending: link.isPending || reset.isPending,
    send: () =>
      kind === "link" ? link.mutate({ email, ...(next && { next }) }) : reset.mutate({ email }),
  };
}
