"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import { ContactForm } from "../../../contacts/contact-form";
import { useFieldFocus } from "../../../presence/use-field-focus";
import { useWorkspace } from "../../../workspace-context";
import { isOver, useOpened } from "../party-context";
import { Section } from "../section";
import { usePartyActions } from "../use-party-actions";
import { AddressForm } from "./address-form";
import { ContactItem } from "./contact-item";

/** How the party can be reached; what no longer holds stands below. */
export function ContactList() {
  const t = useTranslations("party.contacts");
  const client = useTRPCClient();
  const { timeZone } = useWorkspace();
  const { opened, today } = useOpened();
  const { run } = usePartyActions();
  const [adding, setAdding] = useState<"text" | "address" | null>(null);
  const { id: partyId, name } = opened.party;
  const current = opened.contactPoints.filter(({ valid }) => !isOver(valid, today));
  const former = opened.contactPoints.filter(({ valid }) => isOver(valid, today));
  const made = () => ({ id: newId(), mutationId: newId(), partyId });

  return (
    <Section
      title={t("title")}
      action={
        <Menu
          label={t("add")}
          align="end"
          entries={[
            { label: t("addText"), onSelect: () => setAdding("text") },
            { label: t("addAddress"), onSelect: () => setAdding("address") },
          ]}
          trigger={(props) => (
            <IconButton {...props} size="sm" label={t("add")} icon={<Plus size={16} />} />
          )}
        />
      }
    >
      {current.length === 0 && adding === null && (
        <p className="text-13 text-muted">{t("empty")}</p>
      )}
      <ul {...useFieldFocus()}>
        {current.map((point) => (
          <ContactItem key={point.id} point={point} />
        ))}
      </ul>
      {adding === "text" && (
        <ContactForm
          name={name}
          onSave={async (text) => {
            await client.contactPoint.add.mutate({ ...made(), text, timeZone });
            await run(async () => {});
          }}
          onClose={() => setAdding(null)}
        />
      )}
      {adding === "address" && (
        <AddressForm
          onSave={(address) =>
            run(() => client.contactPoint.addAddress.mutate({ ...made(), address }))
          }
          onClose={() => setAdding(null)}
        />
      )}
      {former.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-12 text-muted">
            {t("former", { count: former.length })}
          </summary>
          <ul className="opacity-80">
            {former.map((point) => (
              <ContactItem key={point.id} point={point} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
