"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { isOver, useOpened } from "../party-context";
import { RelationDialog } from "./relation-dialog";
import { RelationGraph } from "./relation-graph";
import { RelationItem } from "./relation-item";

/** Whom a party is related to: as a picture and as a list. */
export function Relations() {
  const t = useTranslations("party.relations");
  const { opened, today } = useOpened();
  const [isAdding, setAdding] = useState(false);
  const { relations, party } = opened;
  const current = relations.filter(({ valid }) => !isOver(valid, today));
  const former = relations.filter(({ valid }) => isOver(valid, today));
  const add = (
    <Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <div className="px-5 pt-4 pb-8">
      {relations.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText", { name: party.name })} action={add} />
      ) : (
        <>
          <div className="mb-2 flex justify-end">{add}</div>
          {current.length > 0 && <RelationGraph relations={current} />}
          <ul className="mt-4 divide-y divide-hairline border-hairline border-y">
            {current.map((relation) => (
              <RelationItem key={relation.id} relation={relation} />
            ))}
          </ul>
          {former.length > 0 && (
            <section className="mt-6" aria-label={t("former")}>
              <h3 className="mb-1 text-12 text-muted">{t("former")}</h3>
              <ul className="divide-y divide-hairline border-hairline border-y">
                {former.map((relation) => (
                  <RelationItem key={relation.id} relation={relation} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      <RelationDialog open={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
}
