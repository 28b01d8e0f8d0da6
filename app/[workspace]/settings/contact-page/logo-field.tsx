"use client";

import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { Field } from "@/app/_ui/field/field";
import { announce } from "@/app/_ui/live-region";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useFileDrop } from "@/app/_ui/use-file-drop";
import { logoTypes, shrinkLogo } from "./shrink-logo";

type LogoFieldProps = {
  disabled: boolean;
  /** A data URL. */
  value: string | null;
  onChange: (logo: string | null) => void;
};

/** A picture to choose or to drop; it is made small here, before anything is sent. */
export function LogoField({ disabled, value, onChange }: LogoFieldProps) {
  const t = useTranslations("settings.contactPage.logo");
  const toast = useToast();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isWrong, setIsWrong] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    const logo = await shrinkLogo(file);
    setIsWrong(logo === null);
    if (logo === null) return announce(t("problem"));
    onChange(logo);
  }

  const isOver = useFileDrop(!disabled, (file) => void take(file));

  function remove() {
    onChange(null);
    setIsWrong(false);
    input.current?.focus();
    toast.undoable(t("removed"), () => onChange(value));
  }

  return (
    <Field
      label={t("title")}
      group
      hint={disabled ? undefined : t("hint")}
      error={isWrong ? t("problem") : undefined}
    >
      <div
        className={cx(
          "flex flex-wrap items-center gap-3 rounded-10 border border-dashed p-3 transition-colors",
          isOver ? "border-accent bg-accent-soft" : "border-edge",
        )}
      >
        {value && (
          // biome-ignore lint/performance/noImgElement: a data URL, nothing to optimise
          <img src={value} alt={t("alt")} className="max-h-10 max-w-40" />
        )}
        {!value && disabled && <span className="text-muted">{t("none")}</span>}
        {!disabled && (
          <>
            <input
              ref={input}
              id={id}
              type="file"
              className="peer sr-only"
              aria-label={t(value ? "another" : "choose")}
              accept={logoTypes.join()}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                void take(file);
                // The same file once more, mended meanwhile, counts too.
                event.target.value = "";
              }}
            />
            <Button
              tabIndex={-1}
              aria-hidden="true"
              icon={<ImageUp size={16} />}
              className="peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring"
              onClick={() => input.current?.click()}
            >
              {t(value ? "another" : "choose")}
            </Button>
            {value && (
              <Button variant="ghost" onClick={remove}>
                {t("remove")}
              </Button>
            )}
          </>
        )}
      </div>
    </Field>
  );
}
