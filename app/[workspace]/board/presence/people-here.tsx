"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { usePeopleHere } from "@/app/_realtime/use-presence";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { useBoardFrame } from "../board-frame";

type Person = { id: string; name: string; isAway: boolean };

/** Where there is room, and on phones. */
const mostShown = { wide: 4, narrow: 1 };

/** Who else is on the board: their avatars, and on a press all of them by name. */
export function PeopleHere() {
  const t = useTranslations("board.presence");
  const { memberName } = useBoardFrame();
  const listId = useId();
  const people = usePeopleHere()
    .flatMap(({ memberId, isAway }): Person[] => {
      const name = memberName(memberId);
      return name === undefined ? [] : [{ id: memberId, name, isAway }];
    })
    // Those at work first; names as everybody sorts them.
    .sort((a, b) => Number(a.isAway) - Number(b.isAway) || a.name.localeCompare(b.name));
  if (people.length === 0) return null;
  return (
    <>
      <ul aria-label={t("here")} className="sr-only">
        {people.map(({ id, name, isAway }) => (
          <li key={id}>{isAway ? t("away", { name }) : name}</li>
        ))}
      </ul>
      <button
        type="button"
        popoverTarget={listId}
        aria-label={t("showAll", { count: people.length })}
        className="flex h-(--control-md) arrive-hint items-center -space-x-1.5 rounded-6 px-1 hover:bg-hover"
      >
        {people.slice(0, mostShown.wide).map((person, at) => (
          <Face
            key={person.id}
            person={person}
            className={at < mostShown.narrow ? "" : "max-sm:hidden"}
          />
        ))}
        <Rest count={people.length - mostShown.narrow} className="sm:hidden" />
        <Rest count={people.length - mostShown.wide} className="max-sm:hidden" />
      </button>
      <div
        id={listId}
        popover="auto"
        className="fixed inset-auto top-(--header-height) right-4 m-0 max-h-[60dvh] min-w-48 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-10 border border-hairline bg-raised p-3 text-text shadow-float"
      >
        <p className="pb-2 text-12 text-muted">{t("here")}</p>
        <ul className="space-y-2">
          {people.map(({ id, name, isAway }) => (
            <li key={id} className="flex items-center gap-2 text-13">
              <Avatar name={name} size="md" decorative className={isAway ? "opacity-50" : ""} />
              <span className={cx("truncate", isAway && "text-muted")} title={name}>
                {isAway ? t("away", { name }) : name}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Face({ person, className }: { person: Person; className: string }) {
  return (
    <span className={className} data-tooltip={person.name}>
      <Avatar
        name={person.name}
        decorative
        className={cx("ring-2 ring-surface", person.isAway && "opacity-50 grayscale")}
      />
    </span>
  );
}

function Rest({ count, className }: { count: number; className: string }) {
  if (count <= 0) return null;
  return (
    <span
      className={cx(
        "grid h-6 min-w-6 place-items-center rounded-full bg-sunken px-1 font-semibold text-12 text-muted tabular ring-2 ring-surface",
        className,
      )}
    >
      +{count}
    </span>
  );
}
