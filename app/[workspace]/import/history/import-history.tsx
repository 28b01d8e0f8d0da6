"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Badge, type Tone } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { useWorkspace } from "../../workspace-context";
import { useDiscard } from "../running/use-discard";
import type { EarlierImport } from "./earlier-import";
import { UndoDialog } from "./undo-dialog";

type ImportHistoryProps = {
  imports: readonly EarlierImport[];
  /** By the id of the member. */
  names: ReadonlyMap<string, string>;
};

const shownAtFirst = 5;

const tones: Record<EarlierImport["status"], Tone> = {
  staged: "amber",
  done: "green",
  undone: "neutral",
};

/** The imports so far: each can be taken back as a whole, or discarded while it is not finished. */
export function ImportHistory({ imports, names }: ImportHistoryProps) {
  const t = useTranslations("import.history");
  const id = useId();
  const { memberId } = useWorkspace();
  const discard = useDiscard();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<EarlierImport | null>(null);
  const shown = all ? imports : imports.slice(0, shownAtFirst);
  const hidden = imports.length - shown.length;
  return (
    <section aria-labelledby={id} className="mt-6 border-hairline border-t pt-6">
      <h2 id={id} className="text-16 font-semibold">
        {t("title")}
      </h2>
      {imports.length === 0 && <p className="mt-1 text-muted">{t("empty")}</p>}
      <ul className="mt-2 divide-y divide-hairline">
        {shown.map((one) => (
          <HistoryRow
            key={one.id}
            one={one}
            names={names}
            own={one.memberId === memberId}
            onUndo={() => setAsked(one)}
            onDiscard={() => void discard(one.id)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="sm" variant="ghost" className="mt-2" onClick={() => setAll(true)}>
          {t("more", { count: hidden })}
        </Button>
      )}
      <UndoDialog imported={asked} onClose={() => setAsked(null)} />
    </section>
  );
}

type HistoryRowProps = {
  one: EarlierImport;
  names: ReadonlyMap<string, string>;
  /** The reader's; nobody else's can be discarded. */
  own: boolean;
  onUndo: () => void;
  onDiscard: () => void;
};

function HistoryRow({ one, names, own, onUndo, onDiscard }: HistoryRowProps) {
  const t = useTranslations("import.history");
  const format = useFormat();
  const { fileName, status, rowCount } = one;
  const when = format.dateTime(one.createdAt);
  const name = names.get(one.memberId);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium" title={fileName}>
          {fileName}
        </p>
        <p className="text-13 text-muted">{name ? t("by", { name, when }) : when}</p>
      </div>
      <div className="flex items-center gap-3">
        {status !== "staged" && (
          <span className="text-13 text-muted tabular">{t("count", { count: rowCount })}</span>
        )}
        <Badge tone={tones[status]}>{t(status)}</Badge>
      </div>
      <div className="flex min-w-32 justify-end max-sm:w-full max-sm:justify-start">
        {status === "done" && (
          <Button size="sm" aria-label={t("undoLabel", { name: fileName })} onClick={onUndo}>
            {t("undo")}
          </Button>
        )}
        {status === "staged" && own && (
          <Button size="sm" aria-label={t("discardLabel", { name: fileName })} onClick={onDiscard}>
            {t("discard")}
          </Button>
        )}
      </div>
    </li>
  );
}
