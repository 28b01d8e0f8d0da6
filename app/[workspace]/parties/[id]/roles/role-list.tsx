"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { Badge, type Tone } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { canAdminister } from "@/domain/access";
import { isRoleCode, roleCodes } from "@/domain/party-roles";
import { useWorkspace } from "../../../workspace-context";
import { dayBefore } from "../last-day";
import { isOver, type Opened, useOpened } from "../party-context";
import { PeriodDialog } from "../period-dialog";
import { Section } from "../section";
import { usePartyActions } from "../use-party-actions";
import { RoleTypeDialog } from "./role-type-dialog";
import { useRoleName } from "./use-role-name";

type Role = Opened["roles"][number];

const tones: Readonly<Record<string, Tone>> = {
  CUSTOMER: "green",
  LEAD: "blue",
  PROSPECT: "blue",
  COMPETITOR: "amber",
};

/** What only machines play, or what goes without saying. */
const unoffered: ReadonlySet<string> = new Set(["INTERNAL_ORGANIZATIO"]);

/** What the party is to us today; what it was is told below. */
export function RoleList() {
  const t = useTranslations("party.roles");
  const { opened, today } = useOpened();
  const { accessRole } = useWorkspace();
  const roleName = useRoleName();
  const client = useTRPCClient();
  const { run, undoable } = usePartyActions();
  const [isNaming, setNaming] = useState(false);
  const [dating, setDating] = useState<Role | null>(null);
  const current = opened.roles.filter(({ valid }) => !isOver(valid, today));
  const former = opened.roles.filter(({ valid }) => isOver(valid, today));
  const held = new Set(current.map(({ code }) => code));

  function add(code: string) {
    const id = newId();
    const role = { id, partyId: opened.party.id, code, valid: { from: today, until: null } };
    void undoable(
      t("added", { role: roleName(code) }),
      () => client.partyRole.add.mutate(role),
      () => client.partyRole.remove.mutate({ id }),
    );
  }

  /** A role that began today was a slip; else it ends with yesterday. */
  function end({ id, version, code, valid }: Role) {
    const title = t("ended", { role: roleName(code) });
    if (valid.from !== null && valid.from >= today) {
      void undoable(
        title,
        () => client.partyRole.remove.mutate({ id }),
        () => client.partyRole.add.mutate({ id, partyId: opened.party.id, code, valid }),
      );
      return;
    }
    void undoable(
      title,
      () => client.partyRole.setPeriod.mutate({ id, version, valid: { ...valid, until: today } }),
      () => client.partyRole.setPeriod.mutate({ id, version: version + 1, valid }),
    );
  }

  const own = opened.roleTypes.filter(({ code, name }) => name !== null && !isRoleCode(code));
  const offered = [...roleCodes.filter((code) => !unoffered.has(code)), ...own.map((o) => o.code)];
  const entries: MenuEntry[] = offered
    .filter((code) => !held.has(code))
    .map((code) => ({ label: roleName(code), onSelect: () => add(code) }));
  if (canAdminister(accessRole)) {
    entries.push(
      { kind: "separator" },
      { label: t("own"), icon: <Plus size={16} />, onSelect: () => setNaming(true) },
    );
  }
  return (
    <Section
      title={t("title")}
      action={
        <Menu
          label={t("add")}
          align="end"
          entries={entries}
          trigger={(props) => (
            <IconButton {...props} size="sm" label={t("add")} icon={<Plus size={16} />} />
          )}
        />
      }
    >
      {current.length === 0 && <p className="text-13 text-muted">{t("empty")}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {current.map((role) => (
          <li key={role.id}>
            <RoleMark
              role={role}
              name={roleName(role.code)}
              onEnd={() => end(role)}
              onPeriod={() => setDating(role)}
            />
          </li>
        ))}
      </ul>
      <FormerRoles roles={former} />
      {dating && (
        <PeriodDialog
          key={dating.id}
          open
          onClose={() => setDating(null)}
          title={t("periodOf", { role: roleName(dating.code) })}
          valid={dating.valid}
          onSave={(valid) => {
            const { id, version } = dating;
            return run(() => client.partyRole.setPeriod.mutate({ id, version, valid }));
          }}
        />
      )}
      <RoleTypeDialog
        open={isNaming}
        onClose={() => setNaming(false)}
        onCreate={async (name, parentCode) =>
          run(async () => {
            const { code } = await client.partyRole.createType.mutate({ name, parentCode });
            const valid = { from: today, until: null };
            await client.partyRole.add.mutate({
              id: newId(),
              partyId: opened.party.id,
              code,
              valid,
            });
          })
        }
      />
    </Section>
  );
}

type RoleMarkProps = { role: Role; name: string; onEnd: () => void; onPeriod: () => void };

function RoleMark({ role, name, onEnd, onPeriod }: RoleMarkProps) {
  const t = useTranslations("party.roles");
  const format = useFormat();
  const since =
    role.valid.from === null ? undefined : t("since", { day: format.date(role.valid.from) });
  const mark = (
    <Badge tone={tones[role.code] ?? "neutral"} className="h-6 px-2 pointer-coarse:h-8">
      {name}
    </Badge>
  );
  // Who we are is no role that ends.
  if (role.code === "INTERNAL_ORGANIZATIO") return mark;
  return (
    <Menu
      label={t("menu", { role: name })}
      entries={[
        ...(since === undefined ? [] : [{ kind: "heading" as const, label: since }]),
        { label: t("period"), onSelect: onPeriod },
        { label: t("end"), onSelect: onEnd },
      ]}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className="flex items-center rounded-6 pointer-coarse:min-h-11"
          data-tooltip={since}
        >
          {mark}
        </button>
      )}
    />
  );
}

function FormerRoles({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations("party.roles");
  const format = useFormat();
  const roleName = useRoleName();
  if (roles.length === 0) return null;
  return (
    <ul className="mt-2 text-12 text-muted">
      {roles.map(({ id, code, valid }) => (
        <li key={id}>
          {t("former", {
            role: roleName(code),
            from: valid.from === null ? "…" : format.date(valid.from),
            until: valid.until === null ? "…" : format.date(dayBefore(valid.until)),
          })}
        </li>
      ))}
    </ul>
  );
}
