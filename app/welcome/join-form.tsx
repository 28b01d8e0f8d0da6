"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { formValues, readForm } from "@/app/_entry/read-form";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { acceptInvitation } from "@/domain/member-input";
import type { OpenInvitation } from "@/domain/session";
import type { PersonName } from "./split-name";

type JoinFormProps = {
  invitation: OpenInvitation;
  ownName: PersonName;
  /** Takes the focus: the reader asked for the form. */
  focus: boolean;
};

/** Accepts an invitation under a name and goes to the board. */
export function JoinForm({ invitation, ownName, focus }: JoinFormProps) {
  const t = useTranslations("setup");
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const accept = useMutation(
    trpc.invitation.accept.mutationOptions({
      onSuccess: ({ slug }) => router.push(`/${slug}/board`),
    }),
  );
  useEffect(() => {
    if (focus) form.current?.querySelector("input")?.focus();
  }, [focus]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = { ...formValues(event.currentTarget), id: invitation.id };
    const reading = readForm(event.currentTarget, acceptInvitation, values);
    setProblems(reading.problems ?? []);
    if (reading.data) accept.mutate(reading.data);
  }

  function problemOf(field: "givenName" | "familyName") {
    return problems.includes(field) ? t(`company.problems.${field}`) : undefined;
  }

  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      aria-label={t("welcome.joinTitle", { workspace: invitation.workspaceName })}
      className="mt-4 flex flex-col gap-4 border-hairline border-t pt-4"
    >
      {accept.error && (
        <ErrorNotice title={t("welcome.joinFailed")} next={errorText(accept.error)} />
      )}
      <p className="text-pretty text-muted">{t("welcome.joinText")}</p>
      <FormRow>
        <TextField
          label={t("welcome.givenName")}
          name="givenName"
          autoComplete="given-name"
          defaultValue={ownName.givenName}
          error={problemOf("givenName")}
        />
        <TextField
          label={t("welcome.familyName")}
          name="familyName"
          autoComplete="family-name"
          defaultValue={ownName.familyName}
          error={problemOf("familyName")}
        />
      </FormRow>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="self-end"
        pending={accept.isPending || accept.isSuccess}
      >
        {t("welcome.join")}
      </Button>
    </form>
  );
}
