"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/field/text-field";
import { useTypedEmail } from "./typed-email";

/** The address of an account; password managers know it as the user name. */
export function EmailField({ invalid }: { invalid: boolean }) {
  const t = useTranslations("auth");
  const [email, setEmail] = useTypedEmail();
  return (
    <TextField
      label={t("fields.email")}
      name="email"
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      placeholder={t("fields.emailExample")}
      defaultValue={email}
      onChange={(event) => setEmail(event.target.value)}
      error={invalid ? t("problems.email") : undefined}
    />
  );
}
