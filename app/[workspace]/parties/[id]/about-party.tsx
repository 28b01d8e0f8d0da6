"use client";

import { useTranslations } from "next-intl";
import { ClassList } from "./classes/class-list";
import { Completeness } from "./completeness";
import { ContactList } from "./contacts/contact-list";
import { ExternalIds } from "./fields/external-ids";
import { PartyFields } from "./fields/party-fields";
import { RoleList } from "./roles/role-list";

/** Who a party is to us and how to reach them; edited in place. */
export function AboutParty() {
  const t = useTranslations("party");
  return (
    <aside
      aria-label={t("about")}
      className="min-w-0 border-hairline border-b lg:overflow-y-auto lg:border-r lg:border-b-0"
    >
      <RoleList />
      <ContactList />
      <ClassList />
      <PartyFields />
      <ExternalIds />
      <Completeness />
    </aside>
  );
}
