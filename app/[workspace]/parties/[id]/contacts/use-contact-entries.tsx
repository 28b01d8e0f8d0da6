"use client";

import { CalendarX2, Pencil, Star, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import type { MenuEntry } from "@/app/_ui/popup/menu";
import { contactPurposes } from "@/domain/contact-point";
import { useWorkspace } from "../../../workspace-context";
import { isOver, type Opened, useOpened } from "../party-context";
import { usePartyActions } from "../use-party-actions";
import { spelled } from "./contact-text";

type Point = Opened["contactPoints"][number];

/** What can be done with a way to reach the party. */
export function useContactEntries(point: Point, onEdit: () => void): MenuEntry[] {
  const t = useTranslations("party.contacts");
  const labels = useTranslations("opportunity.people.contacts");
  const client = useTRPCClient();
  const { timeZone } = useWorkspace();
  const { opened, today } = useOpened();
  const { run, undoable } = usePartyActions();
  const { id, version, kind, shown, valid } = point;

  type Patch = Parameters<typeof client.contactPoint.update.mutate>[0]["patch"];
  const update = (patch: Patch, newest = version) =>
    client.contactPoint.update.mutate({ id, version: newest, patch });

  function remove() {
    const { id: partyId } = opened.party;
    const made = { id: newId(), mutationId: newId(), partyId };
    void undoable(
      labels("removed", { shown }),
      () => client.contactPoint.remove.mutate({ id }),
      () =>
        point.address
          ? client.contactPoint.addAddress.mutate({ ...made, address: point.address })
          : client.contactPoint.add.mutate({ ...made, text: spelled(point), timeZone }),
    );
  }

  const purposes: MenuEntry[] = contactPurposes[kind].map((purpose) => ({
    kind: "check",
    label: t(`purposes.${purpose}`),
    checked: point.purposes.includes(purpose),
    onCheck: (checked) => {
      const known = contactPurposes[kind].filter((one) =>
        one === purpose ? checked : point.purposes.includes(one),
      );
      void run(() => update({ purposes: known }));
    },
  }));
  const entries: MenuEntry[] = [
    { label: t("edit"), icon: <Pencil size={16} />, onSelect: onEdit },
    {
      label: t(point.isPrimary ? "notPrimary" : "makePrimary"),
      icon: <Star size={16} />,
      onSelect: () => void run(() => update({ isPrimary: !point.isPrimary })),
    },
    {
      kind: "choice",
      label: t("permission"),
      value: permissionOf(point.mayContact),
      options: [
        { value: "yes", label: t("may") },
        { value: "no", label: t("mayNot") },
        { value: "unknown", label: t("notAsked") },
      ],
      onChoose: (value) =>
        void run(() => update({ mayContact: value === "unknown" ? null : value === "yes" })),
    },
    { kind: "heading", label: t("purpose") },
    ...purposes,
    { kind: "separator" },
  ];
  const canEnd = !isOver(valid, today) && (valid.from === null || valid.from < today);
  if (canEnd) {
    entries.push({
      label: t("end"),
      icon: <CalendarX2 size={16} />,
      onSelect: () =>
        void undoable(
          t("ended", { shown }),
          () => update({ valid: { ...valid, until: today } }),
          () => update({ valid }, version + 1),
        ),
    });
  }
  entries.push({
    label: t("remove"),
    icon: <Trash2 size={16} />,
    danger: true,
    onSelect: remove,
  });
  return entries;
}

function permissionOf(mayContact: boolean | null): string {
  if (mayContact === null) return "unknown";
  return mayContact ? "yes" : "no";
}
