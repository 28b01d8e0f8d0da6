"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { DateField } from "@/app/_ui/field/date-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { useTaskFrame } from "./task-frame";
import type { TaskDraft } from "./use-task-actions";

type TaskFormProps = {
  initial: TaskDraft;
  /** For a new one, or for one that is edited, with its note. */
  kind: "new" | "edit";
  /** Whether it worked; if not, what was typed stays. */
  onSave: (draft: TaskDraft) => Promise<boolean>;
  onClose: () => void;
  /** What stands in the way of saving. */
  children?: ReactNode;
};

/** What is to do, by when, and for whom. Enter saves; a new one makes room for the next. */
export function TaskForm({ initial, kind, onSave, onClose, children }: TaskFormProps) {
  const t = useTranslations("task");
  const actions = useTranslations("common.actions");
  const { members } = useTaskFrame();
  const [title, setTitle] = useState(initial.title);
  const [dueOn, setDueOn] = useState(initial.dueOn ?? "");
  const [assigneeId, setAssigneeId] = useState(initial.assigneeId);
  const [note, setNote] = useState(initial.note ?? "");
  const [isMissing, setMissing] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const assignees = members.filter(({ id, isActive }) => isActive || id === initial.assigneeId);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    titleField.current?.focus();
    if (title.trim() === "") return setMissing(true);
    setSaving(true);
    const isSaved = await onSave({
      title: title.trim(),
      dueOn: dueOn === "" ? null : dueOn,
      assigneeId,
      note: note.trim() === "" ? null : note.trim(),
    });
    setSaving(false);
    if (!isSaved || kind === "edit") return;
    setTitle("");
    setDueOn("");
  }

  return (
    <form
      aria-label={t(kind === "new" ? "add" : "edit")}
      className="my-1 grid grid-cols-2 gap-2 rounded-10 bg-sunken p-3"
      data-keep-escape=""
      onSubmit={save}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === "Escape" && !nativeEvent.isComposing) onClose();
      }}
    >
      <TextField
        label={t("title")}
        hideLabel
        placeholder={t("example")}
        className="col-span-2"
        ref={titleField}
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={title}
        error={isMissing ? t("titleMissing") : undefined}
        onChange={({ target }) => {
          setTitle(target.value);
          setMissing(false);
        }}
      />
      {kind === "edit" && (
        <TextAreaField
          label={t("note")}
          hideLabel
          placeholder={t("note")}
          className="col-span-2"
          rows={2}
          maxLength={5000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      <DateField
        label={t("dueOn")}
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
      />
      <SelectField
        label={t("assignee")}
        value={assigneeId}
        options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={setAssigneeId}
      />
      {children}
      <div className="col-span-2 flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {actions(kind === "new" ? "close" : "cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={isSaving}>
          {actions(kind === "new" ? "add" : "save")}
        </Button>
      </div>
    </form>
  );
}
