"use client";

import { BadgeCheck, Ban, Ellipsis, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import { contactPurposes } from "@/domain/contact-point";
import { contactIcons, opensBeside } from "../../../contacts/contact-icons";
import { dayBefore } from "../last-day";
import { isOver, type Opened, useOpened } from "../party-context";
import { FieldPeople } from "../presence/field-people";
import { ContactEditor } from "./contact-editor";
import { useContactEntries } from "./use-contact-entries";

type Point = Opened["contactPoints"][number];

/** One way to reach the party: a link that writes, calls or opens, and what is known of it. */
export function ContactItem({ point }: { point: Point }) {
  const t = useTranslations("party.contacts");
  const labels = useTranslations("opportunity.people.contacts");
  const format = useFormat();
  const { opened, today } = useOpened();
  const [isEditing, setEditing] = useState(false);
  const entries = useContactEntries(point, () => setEditing(true));
  const { kind, shown, href } = point;
  const Icon = contactIcons[kind];
  const purposes = contactPurposes[kind].filter((one) => point.purposes.includes(one));
  const facts = purposes.map((one) => t(`purposes.${one}`));
  if (isOver(point.valid, today) && point.valid.until !== null) {
    facts.push(t("until", { day: format.date(dayBefore(point.valid.until)) }));
  }
  if (isEditing) return <ContactEditor point={point} onClose={() => setEditing(false)} />;
  return (
    <li className="group/point relative flex items-start gap-2 py-0.5 text-13">
      <span className="grid h-7 place-items-center pointer-coarse:h-11">
        <Icon size={14} aria-hidden="true" className="text-muted" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
          <a
            href={href}
            aria-label={labels(kind, { name: opened.party.name, shown })}
            {...(opensBeside.has(kind) && { target: "_blank", rel: "noreferrer" })}
            className="flex min-w-0 items-center rounded-6 text-accent-text hover:underline pointer-coarse:min-h-11"
          >
            <span
              className={cx(
                kind === "postal" ? "whitespace-pre-line wrap-anywhere" : "truncate",
                kind === "phone" && "tabular",
              )}
              title={shown}
            >
              {shown}
            </span>
          </a>
          <Marks point={point} />
        </div>
        {facts.length > 0 && (
          <p className={cx("pb-1 text-12 text-muted", kind !== "postal" && "-mt-1")}>
            {facts.join(" · ")}
          </p>
        )}
      </div>
      <Menu
        label={t("menu", { shown })}
        align="end"
        entries={entries}
        trigger={(props) => (
          <IconButton
            {...props}
            size="sm"
            label={t("menu", { shown })}
            icon={<Ellipsis size={16} />}
            className="opacity-0 focus-visible:opacity-100 group-hover/point:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      />
      <FieldPeople field={point.id} />
    </li>
  );
}

function Marks({ point }: { point: Point }) {
  const t = useTranslations("party.contacts");
  return (
    <>
      {point.isPrimary && (
        <Star
          size={12}
          role="img"
          aria-label={t("primary")}
          data-tooltip={t("primary")}
          className="shrink-0 fill-current text-muted"
        />
      )}
      {point.verifiedAt !== null && (
        <BadgeCheck
          size={14}
          role="img"
          aria-label={t("verified")}
          data-tooltip={t("verified")}
          className="shrink-0 text-green-text"
        />
      )}
      {point.mayContact === false && (
        <span className="flex shrink-0 items-center gap-1 text-12 text-red-text">
          <Ban size={12} aria-hidden="true" />
          {t("mayNot")}
        </span>
      )}
    </>
  );
}
