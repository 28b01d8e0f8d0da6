"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ComboboxField } from "@/app/_ui/field/combobox-field";
import { DateField } from "@/app/_ui/field/date-field";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { partyOption, usePartySearch } from "../../use-party-search";
import { useWorkspace } from "../../workspace-context";
import { conversionOf, firstConversion } from "./conversion";
import { ConvertTwins } from "./convert-twins";
import { useConversion } from "./use-conversion";
import type { LeadDetails } from "./use-lead";

/** The one step from a lead to customer, contact and opportunity. */
export function ConvertForm({ lead, onClose }: { lead: LeadDetails; onClose: () => void }) {
  const t = useTranslations("lead.convert");
  const actions = useTranslations("common.actions");
  const trpc = useTRPC();
  const { currency } = useWorkspace();
  const { data: stages = [], refetch: refetchStages } = useQuery(trpc.stage.list.queryOptions());
  const twins = useQuery(trpc.lead.twins.queryOptions({ id: lead.id })).data ?? [];
  const open = stages.filter(isOpen);
  const [draft, setDraft] = useState(() =>
    firstConversion(lead, t("defaultName", { name: (lead.organization ?? lead.party).name })),
  );
  const [missing, setMissing] = useState(false);
  const { convert, isPending, isBlacklisted } = useConversion(lead);
  const searchCustomers = usePartySearch(twins.map((party) => partyOption(party)));
  const searchContacts = usePartySearch(
    twins.filter(({ kind }) => kind === "person").map((party) => partyOption(party)),
    "person",
  );
  const change = (part: Partial<typeof draft>) => {
    setDraft((held) => ({ ...held, ...part }));
    setMissing(false);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    // Whoever is quicker than the stages waits for them, and then goes to the first.
    const stageId = draft.stageId || open[0]?.id || (await firstStage());
    const input = stageId && conversionOf(draft, { lead, stageId, currency });
    if (!input) return setMissing(true);
    void convert(input);
  }

  async function firstStage(): Promise<string | undefined> {
    const { data = [] } = await refetchStages();
    return data.find(isOpen)?.id;
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      aria-label={t("title")}
      data-keep-escape=""
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === "Escape" && !defaultPrevented && !document.querySelector("[data-layer]"))
          onClose();
      }}
      className="space-y-4 rounded-10 bg-sunken p-4"
    >
      <h3 className="font-semibold">{t("title")}</h3>
      <ConvertTwins twins={twins} draft={draft} onAttach={change} />
      <ComboboxField
        label={t("customer")}
        error={missing && !draft.customer ? t("missing") : undefined}
        value={draft.customer}
        onValueChange={(customer) => change({ customer })}
        onCreate={(label) => change({ customer: { id: "", label } })}
        search={searchCustomers}
      />
      {draft.hasContact && (
        <ComboboxField
          label={t("contact")}
          placeholder={t("noContact")}
          value={draft.contact}
          onValueChange={(contact) => change({ contact: contact ?? partyOption(lead.party) })}
          search={searchContacts}
        />
      )}
      <TextField
        label={t("name")}
        maxLength={200}
        autoComplete="off"
        error={missing && draft.name.trim() === "" ? t("missing") : undefined}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <FormRow>
        <DecimalField
          label={t("amount")}
          unit={currency}
          value={draft.amount}
          onValueChange={(amount) => change({ amount })}
        />
        <SelectField
          label={t("stage")}
          value={draft.stageId || (open[0]?.id ?? "")}
          onValueChange={(stageId) => change({ stageId })}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormRow>
      <DateField
        label={t("closeOn")}
        value={draft.closeOn}
        onChange={({ target }) => change({ closeOn: target.value })}
      />
      {isBlacklisted && (
        <TextField
          label={t("blacklistReason")}
          maxLength={500}
          autoFocus
          value={draft.blacklistReason}
          onChange={({ target }) => change({ blacklistReason: target.value })}
        />
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {actions("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

function isOpen({ kind, retiredAt }: { kind: string; retiredAt: string | null }): boolean {
  return kind === "open" && retiredAt === null;
}
