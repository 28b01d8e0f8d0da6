"use client";

import { Building2, User, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ComboboxField } from "@/app/_ui/field/combobox-field";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useEscape } from "@/app/_ui/use-escape";
import { LikelyParties } from "../../likely-parties";
import { readAmount } from "../../money-input";
import { usePartySearch } from "../../use-party-search";
import { useBoardFrame } from "../board-frame";
import { currencyChoices, customersOnBoard } from "../parties/board-suggestions";
import { clearFilter, useBoardFilter } from "../query/use-board-filter";
import { type Draft, emptyDraft, isNewCustomer, opportunityOf } from "./draft";
import { type FailedDraft, FailedDrafts } from "./failed-drafts";

export type QuickAddProps = {
  stageId: string;
  /** Says where the card goes; its column does not. */
  isTitled?: boolean;
  onClose: () => void;
};

/** Adds opportunities on top of a column, one after the other: Enter adds and keeps it open. */
export function QuickAdd({ stageId, isTitled = false, onClose }: QuickAddProps) {
  const t = useTranslations("board.quickAdd");
  const query = useTranslations("query");
  const toast = useToast();
  const filter = useBoardFilter();
  const locale = useLocale();
  const { membership, stageOf } = useBoardFrame();
  const { board, mutations } = useBoard();
  const errorText = useErrorText();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(membership.currency));
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<readonly FailedDraft[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const search = usePartySearch(customersOnBoard(board));
  const stage = stageOf(stageId)?.name ?? "";

  useEscape(true, onClose);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    focusFirst(form.current);
  }, []);

  function change(part: Partial<Draft>) {
    setDraft((held) => ({ ...held, ...part }));
    if (part.customer) setMissing(false);
  }

  function add(wanted: Draft) {
    // Who sees one team works in it; with several the choice is made in the panel.
    const [team, another] = board?.teams ?? [];
    const teamId = team && !another ? team.id : null;
    const input = opportunityOf(wanted, { stageId, ownerId: membership.memberId, teamId });
    if (!input) return;
    const { id, isHidden, saved } = mutations.create(input);
    if (isHidden) {
      toast.show({
        id: "hidden-by-filter",
        title: query("hidden", { name: input.name }),
        action: { label: query("showAll"), run: () => clearFilter(filter) },
      });
    }
    saved.catch((error: unknown) =>
      setFailed((list) => [
        ...list,
        { id, draft: wanted, reason: errorText(error), code: errorCodeOf(error) },
      ]),
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    focusFirst(form.current);
    if (!draft.customer) return setMissing(true);
    add(draft);
    setDraft({ ...emptyDraft(draft.currency), kind: draft.kind });
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      aria-label={t("title", { stage })}
      className="mx-2 mb-1 shrink-0 space-y-2 rounded-8 bg-raised p-2 shadow-float"
    >
      {isTitled && (
        <p aria-hidden="true" className="truncate px-1 pt-0.5 font-medium text-13">
          {t("title", { stage })}
        </p>
      )}
      <ComboboxField
        label={t("customer")}
        hideLabel
        placeholder={t("customer")}
        error={missing ? t("customerMissing") : undefined}
        value={draft.customer}
        onValueChange={(customer) => change({ customer })}
        onCreate={(label) => change({ customer: { id: "", label } })}
        search={search}
      />
      {isNewCustomer(draft) && (
        <SegmentedControl
          label={t("kind")}
          className="w-full *:flex-1"
          value={draft.kind}
          onValueChange={(kind) => change({ kind })}
          segments={[
            { value: "organization", label: t("organization"), icon: <Building2 size={14} /> },
            { value: "person", label: t("person"), icon: <User size={14} /> },
          ]}
        />
      )}
      <TextField
        label={t("name")}
        hideLabel
        placeholder={draft.customer ? draft.customer.label : t("name")}
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <div className="flex gap-2">
        <DecimalField
          className="flex-1"
          label={t("amount")}
          hideLabel
          placeholder={t("amount")}
          parse={(text) => readAmount(text, locale)}
          value={draft.amount}
          onValueChange={(amount) => change({ amount })}
        />
        <SelectField
          className="w-22"
          label={t("currency")}
          hideLabel
          value={draft.currency}
          onValueChange={(currency) => change({ currency })}
          options={currencyChoices(board, membership.currency).map((code) => ({
            value: code,
            label: code,
          }))}
        />
      </div>
      <div className="flex items-center gap-1">
        <Button type="submit" variant="primary" size="sm">
          {t("add")}
        </Button>
        <span className="ml-1 min-w-0 flex-1 truncate text-12 text-muted pointer-coarse:hidden">
          {t("hint")}
        </span>
        <IconButton
          size="sm"
          label={t("close")}
          shortcut="Esc"
          icon={<X size={16} />}
          onClick={onClose}
        />
      </div>
      <LikelyParties
        typed={
          draft.customer && isNewCustomer(draft)
            ? { kind: draft.kind, name: draft.customer.label, contacts: [] }
            : null
        }
        onUse={({ id, name }) => change({ customer: { id, label: name } })}
        className="-mx-2 -mb-2 max-h-56 overflow-y-auto rounded-b-8 px-3 py-2"
      />
      <FailedDrafts
        failed={failed}
        onRetry={(one, blacklistReason) => {
          setFailed((list) => list.filter((other) => other !== one));
          add(blacklistReason === undefined ? one.draft : { ...one.draft, blacklistReason });
        }}
        onDiscard={(one) => setFailed((list) => list.filter((other) => other !== one))}
      />
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector("input")?.focus({ preventScroll: true });
}
