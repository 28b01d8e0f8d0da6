"use client";

import { useTranslations } from "next-intl";
import { AddRow } from "../add-row";
import { type TeamMember, TeamRow } from "./team-row";
import { flattenTeams, subtreeIds, type Team } from "./team-tree";
import { useTeamEdits } from "./use-team-edits";

type Person = { id: string; name: string; deactivatedAt: string | null };

type TeamListProps = {
  teams: readonly Team[];
  members: readonly Person[];
  editable: boolean;
};

/** The tree of teams, one row each. */
export function TeamList({ teams, members, editable }: TeamListProps) {
  const t = useTranslations("settings.teams");
  const edits = useTeamEdits();
  const active = members.filter(({ deactivatedAt }) => deactivatedAt === null);
  const nodes = flattenTeams(teams);

  function parentsFor(team: Team) {
    const closed = subtreeIds(teams, team.id);
    return (
      nodes
        .filter(({ team: { id } }) => !closed.has(id))
        // Blanks that a select keeps, so that its list shows the tree.
        .map(({ team: { id, name }, depth }) => ({
          value: id,
          label: `${"\u2003".repeat(depth)}${name}`,
        }))
    );
  }

  function remove(team: Team, member: TeamMember) {
    const words = { member: member.name, team: team.name };
    edits.removeMember({ teamId: team.id, memberId: member.id }, t("memberRemoved", words));
  }

  return (
    <>
      <ul className="border-hairline not-empty:border-t">
        {nodes.map(({ team, depth }) => (
          <TeamRow
            key={team.id}
            team={team}
            depth={depth}
            parents={parentsFor(team)}
            members={active.filter(({ id }) => team.memberIds.includes(id))}
            others={active.filter(({ id }) => !team.memberIds.includes(id))}
            editable={editable}
            onEdit={(patch) => edits.update(team.id, patch)}
            onDelete={() => edits.dissolve(team)}
            onAdd={(memberId) => edits.addMember({ teamId: team.id, memberId })}
            onRemove={(member) => remove(team, member)}
          />
        ))}
      </ul>
      {editable && (
        <AddRow
          label={t("addName")}
          placeholder={t("addExample")}
          button={t("add")}
          onAdd={edits.create}
        />
      )}
    </>
  );
}
