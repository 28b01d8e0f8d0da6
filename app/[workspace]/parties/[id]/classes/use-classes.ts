"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { isNamedClass } from "@/domain/party-classes";
import { type Opened, useOpened } from "../party-context";
import { usePartyActions } from "../use-party-actions";

type Classification = Opened["classifications"][number];

/** What a party is classed as, and how that is changed. */
export function useClasses() {
  const t = useTranslations("party.classes");
  const client = useTRPCClient();
  const { opened } = useOpened();
  const { run, undoable } = usePartyActions();
  const { party, classes, classifications } = opened;
  const current = classifications.filter(({ until }) => until === null);

  function className(code: string): string {
    if (isNamedClass(code)) return t(`names.${code}`);
    return classes.find((one) => one.code === code)?.name ?? code;
  }

  const add = (code: string, reason: string | null) =>
    client.classification.add.mutate({ id: newId(), partyId: party.id, code, reason });

  return {
    className,
    current,
    blacklisted: current.find(({ kind }) => kind === "BLACKLIST"),
    /** Whether it worked. */
    add: (code: string, reason: string | null) => run(() => add(code, reason)),
    end: ({ id, version, code, reason }: Classification) =>
      undoable(
        t("ended", { name: className(code) }),
        () => client.classification.end.mutate({ id, version }),
        () => add(code, reason),
      ),
    create: (name: string) =>
      run(async () => {
        const { code } = await client.classification.createClass.mutate({ name });
        await add(code, null);
      }),
  };
}
