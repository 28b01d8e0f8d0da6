"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { PartyTask } from "@/domain/task-answers";
import type { TaskPatch } from "@/domain/task-input";
import { useTaskFrame } from "./task-frame";

export type TaskDraft = {
  title: string;
  dueOn: string | null;
  assigneeId: string;
  note: string | null;
};

/** Adds, edits, does and removes what is to do. */
export function useTaskActions() {
  const t = useTranslations("task");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { about, show, readAnew } = useTaskFrame();

  /** Whether it worked; what went wrong is said. */
  async function run(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      await readAnew();
      return true;
    } catch (error) {
      toast.error(t("notSaved"), errorText(error));
      return false;
    }
  }

  /** Whether it worked; if not, the page is read again, since it showed what did not happen. */
  async function tried(write: () => Promise<unknown>): Promise<boolean> {
    const isSaved = await run(write);
    if (!isSaved) void readAnew();
    return isSaved;
  }

  async function setDone(task: PartyTask, isDone: boolean) {
    const doneAt = isDone ? new Date().toISOString() : null;
    const mutationId = newId();
    const write = (version: number) =>
      client.task.update.mutate({ id: task.id, version, patch: { isDone }, mutationId });
    await show((tasks) => tasks.map((one) => (one.id === task.id ? { ...one, doneAt } : one)));
    return await tried(async () => {
      const answer = await write(task.version);
      // Others did it and opened it again meanwhile: whoever says so now has the last word.
      if (answer.status === "conflict") await write(answer.task.version);
    });
  }

  async function addAgain({ title, dueOn, assigneeId, note, ...task }: PartyTask) {
    const id = newId();
    await client.task.add.mutate({
      id,
      mutationId: newId(),
      title,
      dueOn,
      assigneeId,
      note,
      ...(task.partyId !== null && { partyId: task.partyId }),
      ...(task.opportunity !== null && { opportunityId: task.opportunity.id }),
    });
    if (task.doneAt === null) return;
    await client.task.update.mutate({
      id,
      version: 1,
      patch: { isDone: true },
      mutationId: newId(),
    });
  }

  return {
    add: (draft: TaskDraft) => {
      const made = { id: newId(), mutationId: newId(), ...about };
      return run(() => client.task.add.mutate({ ...made, ...draft }));
    },

    /** What became of an edit; null when it failed, which was said. */
    async save(id: string, version: number, patch: TaskPatch) {
      const edit = { id, version, patch, mutationId: newId() };
      const answers: Awaited<ReturnType<typeof client.task.update.mutate>>[] = [];
      await tried(async () => answers.push(await client.task.update.mutate(edit)));
      return answers[0] ?? null;
    },

    async setDone(task: PartyTask, isDone: boolean) {
      if (!(await setDone(task, isDone)) || !isDone) return;
      const done = { ...task, version: task.version + 1 };
      toast.undoable(t("done", { title: task.title }), () => void setDone(done, false));
    },

    async remove(task: PartyTask) {
      await show((tasks) => tasks.filter(({ id }) => id !== task.id));
      const removal = { id: task.id, mutationId: newId() };
      if (!(await tried(() => client.task.remove.mutate(removal)))) return;
      toast.undoable(t("removed", { title: task.title }), () => void run(() => addAgain(task)));
    },
  };
}
