"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readForm } from "@/app/_entry/read-form";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { requestPasswordReset } from "@/domain/session-input";
import { EmailField } from "../email-field";
import { FormError } from "../form-error";
import { withNext } from "../with-next";

/** Asks for a mail that leads to a new password. */
export function ForgotPasswordForm() {
  const t = useTranslations("auth");
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [invalid, setInvalid] = useState(false);
  const request = useMutation(
    trpc.session.requestPasswordReset.mutationOptions({
      onSuccess: () => router.push(withNext("/sign-in/check-mail", null, { for: "reset" })),
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reading = readForm(event.currentTarget, requestPasswordReset);
    setInvalid(reading.problems !== null);
    if (reading.data) request.mutate(reading.data);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {request.error && <FormError>{errorText(request.error)}</FormError>}
      <EmailField invalid={invalid} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="mt-1"
        pending={request.isPending || request.isSuccess}
      >
        {t("forgot.submit")}
      </Button>
    </form>
  );
}
