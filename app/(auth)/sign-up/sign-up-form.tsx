"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PasswordField } from "@/app/_entry/password-field";
import { formValues, readForm } from "@/app/_entry/read-form";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { passwordLimits, signUp } from "@/domain/session-input";
import { EmailField } from "../email-field";
import { FormError } from "../form-error";
import { withNext } from "../with-next";

/** A new account: where addresses must be confirmed first, the next page says so. */
export function SignUpForm({ next }: { next: Route | null }) {
  const t = useTranslations("auth");
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const create = useMutation(
    trpc.session.signUp.mutationOptions({
      onSuccess: ({ status }) => {
        if (status === "signed_in") return window.location.assign(next ?? "/");
        router.push(withNext("/sign-in/check-mail", next, { for: "confirm" }));
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const reading = readForm(form, signUp, { ...formValues(form), ...(next && { next }) });
    setProblems(reading.problems ?? []);
    if (reading.data) create.mutate(reading.data);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {create.error && <FormError>{errorText(create.error)}</FormError>}
      <EmailField invalid={problems.includes("email")} />
      <PasswordField
        label={t("fields.password")}
        autoComplete="new-password"
        hint={t("fields.passwordHint", { min: passwordLimits.min })}
        error={
          problems.includes("password") ? t("problems.newPassword", passwordLimits) : undefined
        }
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="mt-1"
        pending={create.isPending || create.isSuccess}
      >
        {t("signUp.submit")}
      </Button>
    </form>
  );
}
