"use client";

import type { ComponentProps } from "react";
import lead from "@/app/_i18n/messages/en/lead.json";
import opportunity from "@/app/_i18n/messages/en/opportunity.json";
import { MessagesProvider } from "@/app/_i18n/messages-provider";
import { AddLeadDialog } from "../leads/quick-add/add-lead-dialog";

const messages = { lead, opportunity };

/** The dialog with its words, which the pages around it do without. */
export function EnglishAddLead(props: ComponentProps<typeof AddLeadDialog>) {
  return (
    <MessagesProvider messages={messages}>
      <AddLeadDialog {...props} />
    </MessagesProvider>
  );
}
