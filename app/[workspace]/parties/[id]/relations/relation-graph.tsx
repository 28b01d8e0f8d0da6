"use client";

import { Building2, User } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { partyAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { type Opened, useOpened } from "../party-context";
import { type Point, placeAround } from "./graph-layout";
import { useRelationWords } from "./use-relation-words";

/** More would be a ball of wool; the list has them all. */
const shownAtMost = 14;
/** Units of the picture; few need less room. */
const boxOf = (count: number) => ({
  width: 720,
  height: count <= 3 ? 200 : 340,
  margin: { x: 90, y: 34 },
});
const percent = (value: number, whole: number) => `${(value / whole) * 100}%`;

/** The party in the middle, whom it is related to around it, and how these know each other. */
export function RelationGraph({ relations }: { relations: Opened["relations"] }) {
  const t = useTranslations("party.relations");
  const titleId = useId();
  const { opened } = useOpened();
  const { slug } = useWorkspace();
  const words = useRelationWords();
  const around = new Map(relations.map((relation) => [relation.party.id, relation]));
  const shown = [...around.values()].slice(0, shownAtMost);
  const box = boxOf(shown.length);
  const places = placeAround(
    shown.map(({ party }) => party),
    box,
  );
  const middle = { x: box.width / 2, y: box.height / 2 };
  const { party } = opened;
  const shareOf = ({ x, y }: Point) => ({
    left: percent(x, box.width),
    top: percent(y, box.height),
  });
  return (
    <figure aria-labelledby={titleId} className="hidden sm:block">
      <figcaption id={titleId} className="sr-only">
        {t("graph", { name: party.name, count: around.size })}
      </figcaption>
      <div
        className="relative mx-auto max-w-3xl overflow-hidden rounded-10 bg-sunken"
        style={{ aspectRatio: `${box.width} / ${box.height}` }}
      >
        <svg
          viewBox={`0 0 ${box.width} ${box.height}`}
          className="absolute inset-0 size-full"
          aria-hidden="true"
        >
          {opened.links.map(({ fromId, toId, typeCode }) => {
            const [from, to] = [places.get(fromId), places.get(toId)];
            if (!from || !to) return null;
            return (
              <line
                key={`${fromId} ${toId} ${typeCode}`}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                className="stroke-hairline-strong"
                strokeDasharray="3 4"
              />
            );
          })}
          {shown.map(({ party: other }) => {
            const to = places.get(other.id) ?? middle;
            return (
              <line
                key={other.id}
                x1={middle.x}
                y1={middle.y}
                x2={to.x}
                y2={to.y}
                className="stroke-edge"
                strokeWidth={1.25}
              />
            );
          })}
        </svg>
        <Node name={party.name} kind={party.kind} at={shareOf(middle)} isMiddle />
        {shown.map((relation) => {
          const { party: other } = relation;
          return (
            <Link key={other.id} href={partyAddress(slug, other.id)} className="contents">
              <Node
                name={other.name}
                kind={other.kind}
                at={shareOf(places.get(other.id) ?? middle)}
                words={relation.title ?? words(relation)}
              />
            </Link>
          );
        })}
      </div>
    </figure>
  );
}

type NodeProps = {
  name: string;
  kind: "person" | "organization";
  at: { left: string; top: string };
  words?: string;
  isMiddle?: boolean;
};

function Node({ name, kind, at, words, isMiddle = false }: NodeProps) {
  const Icon = kind === "person" ? User : Building2;
  return (
    <span
      style={at}
      data-middle={isMiddle || undefined}
      className="absolute flex max-w-44 -translate-x-1/2 -translate-y-1/2 flex-col rounded-8 border border-hairline-strong bg-raised px-2 py-1 text-center shadow-card transition-colors data-middle:border-accent data-middle:bg-accent-soft hover:bg-hover data-middle:hover:bg-accent-soft"
    >
      <span className="flex min-w-0 items-center justify-center gap-1 text-12 font-medium">
        <Icon size={12} aria-hidden="true" className="shrink-0 text-muted" />
        <span className="truncate" title={name}>
          {name}
        </span>
      </span>
      {words !== undefined && (
        <span className="truncate text-[11px] text-muted" title={words}>
          {words}
        </span>
      )}
    </span>
  );
}
