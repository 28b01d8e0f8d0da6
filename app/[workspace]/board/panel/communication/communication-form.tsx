"use client";

import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import type { CommunicationType } from "@/domain/communication-input";
import { commonTypes, kindOf } from "../../../communication-kinds";
import { useWorkspace } from "../../../workspace-context";
import type { CommunicationText } from "./use-communications";
import { localTimeOf, momentOf } from "./zoned-time";

type CommunicationFormProps = {
  /** What is corrected; left out for a new one. */
  initial?: CommunicationText;
  submitLabel: string;
  onSubmit: (text: CommunicationText) => void;
  onCancel?: () => void;
};

/** What was said, how, and when: for a new communication and for correcting one. */
export function CommunicationForm(props: CommunicationFormProps) {
  const { initial, submitLabel, onSubmit, onCancel } = props;
  const t = useTranslations("communication");
  const actions = useTranslations("common.actions");
  const { timeZone } = useWorkspace();
  const [typeCode, setTypeCode] = useState<CommunicationType>(initial?.typeCode ?? commonTypes[0]);
  const [direction, setDirection] = useState(initial?.direction ?? "outgoing");
  const [subject, setSubject] = useState(initial?.subject ?? "");
  const [body, setBody] = useState(initial?.body ?? "");
  // Null: now.
  const [when, setWhen] = useState(
    initial ? localTimeOf(new Date(initial.occurredAt), timeZone) : null,
  );
  const [missing, setMissing] = useState(false);
  const { hasDirection } = kindOf(typeCode);
  const isNote = typeCode === "COMMENT_NOTE";

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const words = { subject: isNote ? null : textOf(subject), body: textOf(body) };
    if (words.subject === null && words.body === null) return setMissing(true);
    const occurredAt = (when && momentOf(when, timeZone)) ?? new Date().toISOString();
    onSubmit({ typeCode, direction: hasDirection ? direction : null, ...words, occurredAt });
    setMissing(false);
    setSubject("");
    setBody("");
    setWhen(null);
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
    if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      onCancel();
    }
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={key}
      data-keep-escape={onCancel ? "" : undefined}
      aria-label={t(initial ? "editTitle" : "newTitle")}
      className="space-y-2"
    >
      <SegmentedControl
        label={t("type")}
        className="w-full *:min-w-0 *:flex-1"
        value={typeCode}
        onValueChange={setTypeCode}
        segments={commonTypes.map((value) => {
          const { Icon } = kindOf(value);
          return { value, label: t(`types.${value}`), icon: <Icon size={14} /> };
        })}
      />
      {!isNote && (
        <TextField
          label={t("subject")}
          hideLabel
          placeholder={t("subject")}
          maxLength={300}
          autoComplete="off"
          value={subject}
          onChange={({ target }) => setSubject(target.value)}
        />
      )}
      <TextAreaField
        label={t("body")}
        hideLabel
        placeholder={t(`prompts.${typeCode}`)}
        maxLength={20_000}
        rows={2}
        error={missing ? t("missing") : undefined}
        value={body}
        onChange={({ target }) => {
          setBody(target.value);
          setMissing(false);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        {hasDirection && (
          <SegmentedControl
            label={t("direction")}
            value={direction}
            onValueChange={setDirection}
            segments={[
              {
                value: "outgoing",
                label: t("outgoing"),
                icon: <ArrowUpRight size={14} />,
                iconOnly: true,
              },
              {
                value: "incoming",
                label: t("incoming"),
                icon: <ArrowDownLeft size={14} />,
                iconOnly: true,
              },
            ]}
          />
        )}
        {when === null ? (
          <Button
            variant="ghost"
            size="md"
            onClick={() => setWhen(localTimeOf(new Date(), timeZone))}
            aria-label={t("whenNow")}
          >
            {t("now")}
          </Button>
        ) : (
          <TextField
            label={t("when")}
            hideLabel
            type="datetime-local"
            className="min-w-44"
            value={when}
            onChange={({ target }) => setWhen(target.value)}
          />
        )}
        <span className="ml-auto flex gap-2">
          {onCancel && (
            <Button variant="ghost" onClick={onCancel}>
              {actions("cancel")}
            </Button>
          )}
          <Button type="submit" variant="primary">
            {submitLabel}
          </Button>
        </span>
      </div>
    </form>
  );
}

function textOf(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
