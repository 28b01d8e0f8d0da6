"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { rowStyle } from "../../../fields/field-problem";
import { useCampaignChoices } from "../../../fields/use-campaign-choices";
import { type RowContext, WithProblem } from "./rows";
import { useField } from "./use-field";

/** The campaign that raised the interest; left out where there has never been one. */
export function CampaignRow({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity");
  const edited = useField({ field: "campaignId", ...context });
  const options = useCampaignChoices(context.opportunity.campaign);
  if (options.length === 0 && edited.value === null) return null;
  return (
    <WithProblem context={context} field="campaignId" edited={edited}>
      <SelectField
        label={t("fields.campaign")}
        className={rowStyle}
        disabled={context.disabled}
        placeholder={t("value.none")}
        options={options}
        value={edited.value ?? ""}
        onValueChange={(value) => edited.choose(value === "" ? null : value)}
      />
    </WithProblem>
  );
}
