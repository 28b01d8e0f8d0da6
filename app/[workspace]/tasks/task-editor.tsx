"use client";

import { useState } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { FieldConflict, FieldValue } from "@/domain/field-conflict";
import type { PartyTask } from "@/domain/task-answers";
import type { TaskPatch } from "@/domain/task-input";
import { FieldProblem } from "../fields/field-problem";
import { TaskForm } from "./task-form";
import { useTaskFrame } from "./task-frame";
import { type TaskDraft, useTaskActions } from "./use-task-actions";

type Conflict = { fields: Record<string, FieldConflict>; patch: TaskPatch; version: number };

/** Edits a task in its place; what others changed meanwhile is asked about. */
export function TaskEditor({ task, onClose }: { task: PartyTask; onClose: () => void }) {
  const { save } = useTaskActions();
  const words = useTaskWords();
  // As it was when the edit began: what others change meanwhile is told apart by it.
  const [base] = useState(task);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  async function write(patch: TaskPatch, version: number): Promise<boolean> {
    const answer = await save(task.id, version, patch);
    if (answer === null) return false;
    if (answer.status === "conflict") {
      setConflict({ fields: answer.fields, patch, version: answer.task.version });
      return false;
    }
    onClose();
    return true;
  }

  async function saveDraft(draft: TaskDraft): Promise<boolean> {
    const patch = changesOf(base, draft);
    // Also after a conflict: what others wrote is overwritten only where that was chosen.
    if (Object.keys(patch).length > 0) return await write(patch, base.version);
    onClose();
    return true;
  }

  function decide({ fields, patch, version }: Conflict, field: string, keepsMine: boolean) {
    const { [field]: _, ...undecided } = fields;
    const left = keepsMine ? patch : without(patch, field);
    if (Object.keys(undecided).length > 0) {
      return setConflict({ fields: undecided, patch: left, version });
    }
    if (Object.keys(left).length === 0) return onClose();
    void write(left, version);
  }

  return (
    <TaskForm kind="edit" initial={base} onSave={saveDraft} onClose={onClose}>
      {conflict !== null &&
        Object.entries(conflict.fields).map(([field, one]) => (
          <FieldProblem
            key={field}
            state={{ ...conflict, status: "conflict", conflict: one }}
            words={(value) => words(field, value)}
            onKeepMine={() => decide(conflict, field, true)}
            onRetry={() => decide(conflict, field, true)}
            onForget={() => decide(conflict, field, false)}
          />
        ))}
    </TaskForm>
  );
}

function changesOf(base: PartyTask, draft: TaskDraft): TaskPatch {
  return {
    ...(draft.title !== base.title && { title: draft.title }),
    ...(draft.dueOn !== base.dueOn && { dueOn: draft.dueOn }),
    ...(draft.assigneeId !== base.assigneeId && { assigneeId: draft.assigneeId }),
    ...(draft.note !== base.note && { note: draft.note }),
  };
}

function without(patch: TaskPatch, field: string): TaskPatch {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(Object.entries(patch).filter(([name]) => name !== field)) as TaskPatch;
}

/** How a value of a field of a task reads. */
function useTaskWords() {
  const format = useFormat();
  const { memberName } = useTaskFrame();
  return (field: string, value: FieldValue): string => {
    if (value === null) return "–";
    if (field === "dueOn") return format.date(String(value));
    if (field === "assigneeId") return memberName(String(value)) ?? "–";
    return String(value);
  };
}
