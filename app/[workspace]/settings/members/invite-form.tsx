"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field/field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import type { AccessRole } from "@/domain/access";
import { createInvitation } from "@/domain/member-input";
import { RoleSelect } from "./role-select";
import type { NewInvitation } from "./use-invitation-edits";

type InviteFormProps = {
  teams: readonly { id: string; name: string }[];
  invite: UseMutationResult<unknown, unknown, NewInvitation, unknown>;
};

/** An address, a role and a team; ready for the next address right after. */
export function InviteForm({ teams, invite }: InviteFormProps) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  const field = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState("");
  const [accessRole, setAccessRole] = useState<AccessRole>("rep");
  const [teamId, setTeamId] = useState("");
  const [invalid, setInvalid] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = createInvitation.safeParse({ email, accessRole, teamId: teamId || null });
    setInvalid(!read.success);
    if (!read.success) return focusEmail();
    invite.mutate(read.data, { onSuccess: () => setEmail(""), onSettled: focusEmail });
  }

  function focusEmail() {
    field.current?.querySelector("input")?.focus();
  }

  function problem(): string | undefined {
    if (invalid) return t("invitations.emailProblem");
    if (!invite.error) return undefined;
    const isKnown = errorCodeOf(invite.error) === "already_exists";
    return isKnown ? t("invitations.alreadyInvited") : errorText(invite.error);
  }

  return (
    <form
      ref={field}
      noValidate
      onSubmit={submit}
      className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_9rem_12rem_auto]"
    >
      <TextField
        label={t("invitations.email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t("invitations.emailExample")}
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          if (invite.error) invite.reset();
        }}
        error={problem()}
        className="sm:col-span-2 lg:col-span-1"
      />
      <Field label={t("invitations.role")}>
        <RoleSelect value={accessRole} onRole={setAccessRole} />
      </Field>
      <SelectField
        label={t("invitations.team")}
        value={teamId}
        placeholder={t("invitations.noTeam")}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={setTeamId}
      />
      <Button
        type="submit"
        variant="primary"
        icon={<Send size={16} />}
        pending={invite.isPending}
        className="justify-self-start lg:mt-[1.5rem]"
      >
        {t("invitations.submit")}
      </Button>
      <p className="text-13 text-muted sm:col-span-2 lg:col-span-4" aria-live="polite">
        {t(`roles.${accessRole}`)} {t(`rolesText.${accessRole}`)}.
      </p>
    </form>
  );
}
