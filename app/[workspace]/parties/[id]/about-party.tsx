"use client";

import { useTranslations } from "next-intl";
import { ClassList } from "./classes/class-list";
import { ContactList } from "./contacts/contact-list";
import { PartyDetails } from "./fields/party-details";
import { PartyLists } from "./lists/party-lists";
import { RoleList } from "./roles/role-list";
import { useIsNarrow } from "./use-is-narrow";

/** Who a party is to us and how to reach them; edited in place. */
export function AboutParty() {
  const t = useTranslations("party");
  const isNarrow = useIsNarrow();
  return (
    <aside
      aria-label={t("about")}
      className="min-w-0 border-hairline border-b lg:overflow-y-auto lg:border-r lg:border-b-0"
    >
      <RoleList />
      <ContactList />
      <ClassList />
      <PartyLists />
      {!isNarrow && (
        // Hidden until a narrow screen has found out that it is one.
        <div className="border-hairline border-t max-lg:hidden">
          <PartyDetails />
        </div>
      )}
    </aside>
  );
}
