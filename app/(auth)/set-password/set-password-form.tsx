"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PasswordField } from "@/app/_entry/password-field";
import { readForm } from "@/app/_entry/read-form";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { passwordLimits, setPassword } from "@/domain/session-input";
import { FormError } from "../form-error";

/** A new password for whoever is signed in, mostly through a link of a mail. */
export function SetPasswordForm({ email }: { email: string }) {
  const t = useTranslations("auth");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [invalid, setInvalid] = useState(false);
  const save = useMutation(
    trpc.session.setPassword.mutationOptions({ onSuccess: () => window.location.assign("/") }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reading = readForm(event.currentTarget, setPassword);
    setInvalid(reading.problems !== null);
    if (reading.data) save.mutate(reading.data);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {save.error && <FormError>{errorText(save.error)}</FormError>}
      {/* Tells password managers whose password this is. */}
      <input
        type="text"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <PasswordField
        label={t("fields.newPassword")}
        autoComplete="new-password"
        hint={t("fields.passwordHint", { min: passwordLimits.min })}
        error={invalid ? t("problems.newPassword", passwordLimits) : undefined}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="mt-1"
        pending={save.isPending || save.isSuccess}
      >
        {t("setPassword.submit")}
      </Button>
    </form>
  );
}
