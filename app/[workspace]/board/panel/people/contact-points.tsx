"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { IconButton } from "@/app/_ui/icon-button";
import type { ContactPoint } from "@/domain/contact-point";
import { contactIcons, opensBeside } from "../../../contacts/contact-icons";

type ContactPointsProps = {
  /** Whose they are. */
  name: string;
  points: readonly ContactPoint[];
  onRemove: (point: ContactPoint) => void;
};

/** How somebody can be reached: each a link that writes, calls or opens. */
export function ContactPoints({ name, points, onRemove }: ContactPointsProps) {
  const t = useTranslations("opportunity.people.contacts");
  return (
    <ul>
      {points.map((point) => {
        const { id, kind, shown, href } = point;
        const Icon = contactIcons[kind];
        return (
          <li key={id} className="group/point flex min-h-7 items-center gap-1.5 text-13">
            <Icon size={14} aria-hidden="true" className="shrink-0 text-muted" />
            <a
              href={href}
              aria-label={t(kind, { name, shown })}
              {...(opensBeside.has(kind) && { target: "_blank", rel: "noreferrer" })}
              className="flex min-w-0 items-center rounded-6 text-accent-text hover:underline pointer-coarse:min-h-11"
            >
              <span className={cx("truncate", kind === "phone" && "tabular")} title={shown}>
                {shown}
              </span>
            </a>
            <IconButton
              size="sm"
              label={t("remove", { shown })}
              icon={<X size={14} />}
              className="opacity-0 focus-visible:opacity-100 group-hover/point:opacity-100 pointer-coarse:opacity-100"
              onClick={() => onRemove(point)}
            />
          </li>
        );
      })}
    </ul>
  );
}
