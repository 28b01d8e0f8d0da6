"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { PartyHistoryEntry } from "@/domain/party-answers";
import { useOpened } from "../party-context";

/** "Anna Keller did the task Send the offer", "… gave it to Lena Hoffmann" and the like. */
export function TaskSentence({ entry }: { entry: PartyHistoryEntry }) {
  const t = useTranslations("party.history");
  const format = useFormat();
  const { memberName } = useOpened();
  const { changes, op } = entry;
  const said = {
    actor: memberName(entry.actorId) ?? t("system"),
    what: String(entry.task ?? changes.title?.[0] ?? ""),
    b: (chunks: ReactNode) => <span className="font-medium">{chunks}</span>,
  };
  if (op !== "update") return <p>{t.rich(`task.${op}`, said)}</p>;
  if (changes.isDone)
    return <p>{t.rich(changes.isDone[1] ? "task.done" : "task.reopened", said)}</p>;
  const { dueOn, assigneeId, ...others } = changes;
  return (
    <>
      {dueOn && (
        <p>
          {dueOn[1]
            ? t.rich("task.due", { ...said, day: format.date(String(dueOn[1])) })
            : t.rich("task.anyDay", said)}
        </p>
      )}
      {assigneeId && (
        <p>
          {t.rich("task.given", { ...said, to: memberName(String(assigneeId[1])) ?? t("system") })}
        </p>
      )}
      {Object.keys(others).length > 0 && <p>{t.rich("task.update", said)}</p>}
    </>
  );
}
