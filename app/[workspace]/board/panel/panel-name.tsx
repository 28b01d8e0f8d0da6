"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { editKeys } from "../../fields/edit-keys";
import { FieldProblem } from "../../fields/field-problem";
import { useFieldFocus } from "../../presence/use-field-focus";
import { useBoardFrame } from "../board-frame";
import { FieldPeople } from "../presence/field-people";
import { useField } from "./fields/use-field";
import type { Saving } from "./fields/use-saving";
import { useFieldWords } from "./use-field-words";
import type { Opportunity } from "./use-opportunity";

/** The name of the opportunity as the heading of its panel, edited in place. */
export function PanelName({ opportunity, saving }: { opportunity: Opportunity; saving: Saving }) {
  const t = useTranslations("opportunity");
  const { canEdit } = useBoardFrame();
  const words = useFieldWords(opportunity);
  const edited = useField({ field: "name", opportunity, saving });
  return (
    <>
      <div data-field="name" className="relative flex items-center gap-2" {...useFieldFocus()}>
        <input
          aria-label={t("fields.name")}
          className="control-md -ml-2 w-full min-w-0 truncate rounded-6 border border-transparent bg-transparent px-2 font-semibold text-16 hover:border-hairline-strong focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0"
          maxLength={200}
          readOnly={!canEdit}
          title={edited.value}
          value={edited.value}
          onChange={({ target }) => edited.type(target.value)}
          onBlur={() => (edited.value.trim() === "" ? edited.revert() : edited.commit())}
          {...editKeys(edited)}
        />
        {opportunity.isPrivate && (
          <Lock size={14} role="img" aria-label={t("private")} className="shrink-0 text-muted" />
        )}
        <FieldPeople opportunityId={opportunity.id} field="name" />
      </div>
      <div className="absolute inset-x-0 z-10 mt-2 bg-surface px-5 shadow-float empty:hidden">
        <FieldProblem
          state={saving.states.name}
          words={(value) => words("name", value)}
          onKeepMine={edited.again}
          onRetry={() => edited.again(opportunity.version)}
          onForget={() => saving.forget("name")}
        />
      </div>
    </>
  );
}
