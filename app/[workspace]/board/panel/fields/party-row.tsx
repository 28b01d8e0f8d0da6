"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { ComboboxField, type ComboboxOption } from "@/app/_ui/field/combobox-field";
import { useToast } from "@/app/_ui/toast/use-toast";
import { rowStyle } from "../../../fields/field-problem";
import { usePartySearch } from "../../../use-party-search";
import { customersOnBoard } from "../../parties/board-suggestions";
import { type RowContext, WithProblem } from "./rows";

type PartyRowProps = { context: RowContext; field: "customerId" | "contactId" };

const kinds = { customerId: "organization", contactId: "person" } as const;
const roles = { customerId: "CUSTOMER", contactId: "CONTACT" } as const;

/** The customer, or the person one talks to there: found by name, or made. */
export function PartyRow({ context, field }: PartyRowProps) {
  const { opportunity, saving, disabled } = context;
  const t = useTranslations("opportunity.fields");
  const { board } = useBoard();
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const isCustomer = field === "customerId";
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const search = usePartySearch(
    isCustomer ? customersOnBoard(board) : [],
    isCustomer ? undefined : "person",
  );

  function save(option: ComboboxOption | null, version: number) {
    if (option === null && isCustomer) return;
    setChosen(option);
    const customerName = isCustomer ? option?.label : undefined;
    saving.save(field, { [field]: option?.id ?? null }, version, customerName);
  }

  async function create(name: string) {
    const { version } = opportunity;
    try {
      const made = { kind: kinds[field], role: roles[field], name };
      const { id } = await client.party.create.mutate(made);
      save({ id, label: name }, version);
    } catch (error) {
      toast.error(t("partyFailed", { name }), errorText(error));
    }
  }

  return (
    <WithProblem
      context={context}
      field={field}
      edited={{ again: (version) => save(chosen, version) }}
    >
      <ComboboxField
        label={t(isCustomer ? "customer" : "contact")}
        className={rowStyle}
        placeholder={isCustomer ? undefined : t("noContact")}
        disabled={disabled}
        value={currentOption(opportunity, field, chosen)}
        onValueChange={(option) => save(option, opportunity.version)}
        onCreate={create}
        search={search}
      />
    </WithProblem>
  );
}

/** The party that is stored, with its name from wherever it is known. */
function currentOption(
  opportunity: RowContext["opportunity"],
  field: PartyRowProps["field"],
  chosen: ComboboxOption | null,
): ComboboxOption | null {
  const id = opportunity[field];
  if (id === null) return null;
  if (chosen?.id === id) return chosen;
  const read = field === "customerId" ? opportunity.customer : opportunity.contact;
  if (read?.id === id) return { id, label: read.name };
  const shown = "customerName" in opportunity && field === "customerId";
  return { id, label: shown ? String(opportunity.customerName) : "…" };
}
