"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import type { LikelyParty } from "@/domain/likely-party";
import { partyAddress } from "../../open-address";
import { useWorkspace } from "../../workspace-context";
import { draftOf, type NewPartyDraft, newPartyOf } from "./new-party-draft";

/** The form for a new party; once it is saved, its page. */
export function useNewParty(text: string | undefined, onLeave?: () => void) {
  const router = useRouter();
  const client = useTRPCClient();
  const errorText = useErrorText();
  const { slug, timeZone } = useWorkspace();
  const [draft, setDraft] = useState(() => draftOf(text));
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isPending, setPending] = useState(false);

  function change(part: Partial<NewPartyDraft>) {
    setDraft((held) => ({ ...held, ...part }));
    setMissing(false);
    setFailure(undefined);
  }

  function goTo(id: string) {
    onLeave?.();
    router.push(partyAddress(slug, id));
  }

  function use({ id, name }: LikelyParty, asCompany: boolean) {
    if (asCompany) change({ company: { id, label: name } });
    else goTo(id);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = newPartyOf(draft, timeZone);
    if (!input) return setMissing(true);
    if (isPending) return;
    setPending(true);
    try {
      await client.party.add.mutate(input);
      goTo(input.id);
    } catch (error) {
      setFailure(errorText(error));
      setPending(false);
    }
  }

  return { draft, change, isMissing, failure, isPending, submit, use };
}
