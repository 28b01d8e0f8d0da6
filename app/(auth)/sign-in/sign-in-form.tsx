"use client";

import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { PasswordField } from "@/app/_entry/password-field";
import { formValues, readForm } from "@/app/_entry/read-form";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { signIn, signInWithLink } from "@/domain/session-input";
import { EmailField } from "../email-field";
import { FormError } from "../form-error";
import { TextLink } from "../text-link";
import { withNext } from "../with-next";

/** E-mail and password, or a link to the same address. */
export function SignInForm({ next }: { next: Route | null }) {
  const t = useTranslations("auth");
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const enter = useMutation(
    trpc.session.signIn.mutationOptions({
      // A full load: nothing that another account has seen stays in memory.
      onSuccess: () => window.location.assign(next ?? "/"),
    }),
  );
  const sendLink = useMutation(
    trpc.session.signInWithLink.mutationOptions({
      onSuccess: () => router.push(withNext("/sign-in/check-mail", next, { for: "link" })),
    }),
  );
  const failure = enter.error ?? sendLink.error;
  const entering = enter.isPending || enter.isSuccess;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reading = readForm(event.currentTarget, signIn);
    setProblems(reading.problems ?? []);
    sendLink.reset();
    if (reading.data && !entering) enter.mutate(reading.data);
  }

  function askForLink() {
    if (!form.current) return;
    const { email } = formValues(form.current);
    const reading = readForm(form.current, signInWithLink, { email, ...(next && { next }) });
    setProblems(reading.problems ?? []);
    enter.reset();
    if (reading.data) sendLink.mutate(reading.data);
  }

  return (
    // The method counts only before the page is awake: a password never gets into an address.
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {failure && <FormError>{errorText(failure)}</FormError>}
      <EmailField invalid={problems.includes("email")} />
      <PasswordField
        label={t("fields.password")}
        autoComplete="current-password"
        error={problems.includes("password") ? t("problems.password") : undefined}
      />
      <TextLink href={withNext("/forgot-password", next)} className="-mt-2 self-end text-13">
        {t("signIn.forgot")}
      </TextLink>
      <Button type="submit" variant="primary" size="lg" pending={entering}>
        {t("signIn.submit")}
      </Button>
      <div className="flex items-center gap-3 text-13 text-muted before:h-px before:flex-1 before:bg-hairline-strong after:h-px after:flex-1 after:bg-hairline-strong">
        {t("or")}
      </div>
      <Button size="lg" icon={<Mail size={16} />} pending={sendLink.isPending} onClick={askForLink}>
        {t("signIn.link")}
      </Button>
    </form>
  );
}
