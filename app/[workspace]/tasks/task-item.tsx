"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { canRemoveTask } from "@/domain/access";
import type { PartyTask } from "@/domain/task-answers";
import { openAddress } from "../open-address";
import { useWorkspace } from "../workspace-context";
import { CheckCircle } from "./check-circle";
import { DueMark } from "./due-mark";
import { TaskEditor } from "./task-editor";
import { useTaskFrame } from "./task-frame";
import { useTaskActions } from "./use-task-actions";

/** One thing to do, or that was done: a circle to check, what, by when, about what, for whom. */
export function TaskItem({ task }: { task: PartyTask }) {
  const t = useTranslations("task");
  const { accessRole, memberId, slug } = useWorkspace();
  const { about, memberName } = useTaskFrame();
  const { setDone, remove } = useTaskActions();
  const [isEditing, setEditing] = useState(false);
  const wasEdited = useRef(false);
  const { title } = task;
  const isDone = task.doneAt !== null;
  if (isEditing) {
    return (
      <li>
        <TaskEditor
          task={task}
          onClose={() => {
            wasEdited.current = true;
            setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className="group/task -ml-1.5 flex items-start gap-1.5 py-0.5 pointer-coarse:-ml-3 pointer-coarse:gap-1">
      <CheckCircle
        label={t(isDone ? "reopen" : "check", { title })}
        checked={isDone}
        onCheckedChange={(checked, circle) => {
          focusNext(circle);
          void setDone(task, checked);
        }}
      />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          ref={(button) => {
            // The focus comes back to where the edit began.
            if (button && wasEdited.current) button.focus();
            wasEdited.current = false;
          }}
          data-tooltip={t("edit")}
          onClick={() => setEditing(true)}
          className="block w-full rounded-6 py-1 text-left pointer-coarse:py-3"
        >
          <span
            className={cx(
              "block wrap-anywhere group-hover/task:text-accent-text",
              isDone && "text-muted line-through",
            )}
          >
            {title}
          </span>
          <TaskFacts task={task} />
        </button>
        {task.opportunity !== null && "partyId" in about && (
          <Link
            href={openAddress(slug, task.opportunity.id)}
            className="flex w-fit items-center rounded-6 pb-1 text-12 text-accent-text hover:underline pointer-coarse:-mt-3 pointer-coarse:min-h-11"
          >
            {task.opportunity.name}
          </Link>
        )}
      </div>
      {canRemoveTask(accessRole, task, memberId) && (
        <IconButton
          size="sm"
          label={t("remove", { title })}
          icon={<Trash2 size={14} />}
          onClick={(event) => {
            focusNext(event.currentTarget);
            void remove(task);
          }}
          className="opacity-0 focus-visible:opacity-100 group-hover/task:opacity-100 pointer-coarse:opacity-100"
        />
      )}
      <span className="grid h-7 w-7 shrink-0 place-items-center pointer-coarse:h-11">
        <Avatar name={memberName(task.assigneeId) ?? t("formerMember")} size="sm" />
      </span>
    </li>
  );
}

/** When it is due or was done, and its note; spans, since they stand in a button. */
function TaskFacts({ task }: { task: PartyTask }) {
  const t = useTranslations("task");
  const format = useFormat();
  const { now } = useTaskFrame();
  const { dueOn, doneAt, note } = task;
  if (doneAt !== null) {
    return (
      <time
        dateTime={doneAt}
        data-tooltip={format.dateTime(doneAt)}
        className="block text-12 text-muted"
      >
        {t("doneAt", { when: format.relative(doneAt, now) })}
      </time>
    );
  }
  return (
    <>
      {dueOn !== null && <DueMark dueOn={dueOn} />}
      {note !== null && (
        <span className="line-clamp-2 wrap-anywhere whitespace-pre-line text-12 text-muted">
          {note}
        </span>
      )}
    </>
  );
}

/** The row goes to another place: whoever works by keys goes on with the one beside it. */
function focusNext(from: HTMLElement) {
  const row = from.closest("li");
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector("input")?.focus();
}
