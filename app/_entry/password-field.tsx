"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Field } from "@/app/_ui/field/field";
import { TextInput } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";

type PasswordFieldProps = {
  label: string;
  /** `current-password` fills in what a password manager knows, `new-password` lets it propose. */
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
  error?: string | undefined;
};

/** A password that can be looked at while typing; its name in the form is `password`. */
export function PasswordField({ label, autoComplete, hint, error }: PasswordFieldProps) {
  const t = useTranslations("auth.fields");
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      <span className="relative block">
        <TextInput
          name="password"
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="pr-12"
        />
        <span className="absolute inset-y-0 right-1 flex items-center">
          <IconButton
            size="sm"
            label={shown ? t("hidePassword") : t("showPassword")}
            icon={shown ? <EyeOff size={16} /> : <Eye size={16} />}
            onClick={() => setShown(!shown)}
          />
        </span>
      </span>
    </Field>
  );
}
