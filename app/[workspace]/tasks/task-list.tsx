"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { IconButton } from "@/app/_ui/icon-button";
import { useWorkspace } from "../workspace-context";
import { TaskForm } from "./task-form";
import { useTaskFrame } from "./task-frame";
import { TaskItem } from "./task-item";
import { useTaskActions } from "./use-task-actions";

/** What is to do about a party and its opportunities, or about one of them, soonest due first, and what was just done. */
export function TaskList({ className }: { className?: string }) {
  const titleId = useId();
  const t = useTranslations("task");
  const { memberId } = useWorkspace();
  const { tasks } = useTaskFrame();
  const { add } = useTaskActions();
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const done = tasks.filter(({ doneAt }) => doneAt !== null);
  return (
    <section aria-labelledby={titleId} className={cx("px-5 py-4", className)}>
      <div className="mb-1.5 flex min-h-8 items-center justify-between gap-2">
        <h2 id={titleId} className="font-medium text-13">
          {t("heading", { count: open.length })}
        </h2>
        <IconButton
          ref={addButton}
          size="sm"
          label={t("add")}
          icon={<Plus size={16} />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        />
      </div>
      {open.length === 0 && !isAdding && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="text-pretty text-13 text-muted">{t("empty")}</p>
          <Button size="sm" onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        </div>
      )}
      {isAdding && (
        <TaskForm
          kind="new"
          initial={{ title: "", dueOn: null, assigneeId: memberId, note: null }}
          onSave={add}
          onClose={() => {
            setAdding(false);
            addButton.current?.focus();
          }}
        />
      )}
      <ul>
        {open.map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
      </ul>
      {done.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded-6 text-12 text-muted pointer-coarse:py-3.5">
            {t("lastDone", { count: done.length })}
          </summary>
          <ul>
            {done.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
