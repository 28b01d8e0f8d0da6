"use client";

import { FileDown, Mails, Tag, UserRound, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import { useEscape } from "@/app/_ui/use-escape";
import { useWorkspace } from "../../workspace-context";
import type { ListFrame } from "./rows";

const [AddToListDialog] = deferred(
  async () => (await import("./add-to-list-dialog")).AddToListDialog,
);
const [ClassDialog] = deferred(async () => (await import("./class-dialog")).ClassDialog);

type BulkBarProps = {
  ids: readonly string[];
  frame: ListFrame;
  onAssign: (ownerId: string | null) => void;
  onClass: (code: string, reason: string | null) => Promise<boolean>;
  onExport: () => void;
  onClear: () => void;
};

/** What can be done with the selected parties, above the foot of the list. */
export function BulkBar({ ids, frame, onAssign, onClass, onExport, onClear }: BulkBarProps) {
  const t = useTranslations("partyList");
  const [isClassing, setClassing] = useState(false);
  const [isListing, setListing] = useState(false);
  const count = ids.length;
  useEscape(true, onClear);
  return (
    <section
      aria-label={t("bulk.label")}
      className="fixed bottom-[max(1rem,env(safe-area-inset-bottom))] left-1/2 z-30 flex max-w-[calc(100vw-1rem)] -translate-x-1/2 arrive-hint items-center gap-1 rounded-10 border border-hairline bg-raised p-1.5 pl-4 shadow-float max-md:bottom-20 sm:gap-2"
    >
      <p role="status" className="whitespace-nowrap pr-1 font-medium text-13 tabular">
        {t("selection.count", { count })}
      </p>
      <OwnerMenu members={frame.members} onAssign={onAssign} />
      <Button
        icon={<Tag size={16} />}
        aria-label={t("bulk.class")}
        onClick={() => setClassing(true)}
      >
        <span className="max-sm:sr-only">{t("bulk.class")}</span>
      </Button>
      <Button
        icon={<Mails size={16} />}
        aria-label={t("bulk.addToList")}
        onClick={() => setListing(true)}
      >
        <span className="max-md:sr-only">{t("bulk.list")}</span>
      </Button>
      <Button icon={<FileDown size={16} />} aria-label={t("export.selected")} onClick={onExport}>
        <span className="max-sm:sr-only">{t("export.short")}</span>
      </Button>
      <IconButton label={t("selection.clear")} icon={<X size={16} />} onClick={onClear} />
      {isListing && (
        <Suspense fallback={null}>
          <AddToListDialog partyIds={ids} onClose={() => setListing(false)} />
        </Suspense>
      )}
      {isClassing && (
        <Suspense fallback={null}>
          <ClassDialog
            count={count}
            classes={frame.classes}
            onClose={() => setClassing(false)}
            onClass={onClass}
          />
        </Suspense>
      )}
    </section>
  );
}

type OwnerMenuProps = Pick<BulkBarProps, "onAssign"> & Pick<ListFrame, "members">;

function OwnerMenu({ members, onAssign }: OwnerMenuProps) {
  const t = useTranslations("partyList.bulk");
  const { memberId } = useWorkspace();
  const active = members.filter(({ isActive }) => isActive);
  const own = active.filter(({ id }) => id === memberId);
  const others = active.filter(({ id }) => id !== memberId);
  const options = [
    ...[...own, ...others].map(({ id, name }) => ({
      value: id,
      label: id === memberId ? t("me", { name }) : name,
      icon: <Avatar name={name} size="xs" decorative />,
    })),
    { value: "", label: t("nobody") },
  ];
  return (
    <Menu
      label={t("assign")}
      side="top"
      entries={[
        {
          kind: "choice",
          label: t("assign"),
          value: null,
          options,
          onChoose: (id) => onAssign(id === "" ? null : id),
        },
      ]}
      trigger={(props) => (
        <Button
          {...props}
          variant="primary"
          icon={<UserRound size={16} />}
          aria-label={t("assign")}
        >
          <span className="max-sm:sr-only">{t("assign")}</span>
        </Button>
      )}
    />
  );
}
