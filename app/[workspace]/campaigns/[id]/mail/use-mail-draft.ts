"use client";

import { useEffect, useRef, useState } from "react";
import type { CampaignDetails } from "@/domain/campaign-answers";
import type { LocalizedText } from "@/domain/localized-text";
import { useWorkspace } from "../../../workspace-context";
import { useCampaignEdits } from "../../use-campaign-edits";
import { keepMail, type MailTexts, mailKey, readMail, type TypedMail } from "./kept-mail";

export type MailDraft = ReturnType<typeof useMailDraft>;

/**
 * The text of a campaign while it is typed; nothing is sent before it is saved. Until then it is kept
 * on the device, and stands there again when its writer comes back.
 */
export function useMailDraft(campaign: CampaignDetails) {
  const { update } = useCampaignEdits();
  const [held, setHeld] = useState<TypedMail | null>(null);
  const [isPending, setPending] = useState(false);
  const { memberId } = useWorkspace();
  const key = mailKey(memberId, campaign.id);
  const stored = storedTexts(campaign);
  const texts = held?.texts ?? stored;
  // Lists and facts may change meanwhile; a text that a colleague changed is not overwritten.
  const isOvertaken = held !== null && !areSame(held.base, stored);
  const isUnsaved = held !== null && !areSame(held.texts, stored);
  // What was sent is not written any more.
  const kept = isUnsaved && campaign.sending === null ? held : null;
  const isRead = useRef(false);

  useEffect(() => {
    if (isRead.current) return keepMail(key, kept);
    // After mounting: the server knows of no device.
    isRead.current = true;
    setHeld(readMail(key));
  }, [key, kept]);

  function change(language: "de" | "en", part: { subject?: string; body?: string }) {
    const { subject = texts.subjects[language], body = texts.bodies[language] } = part;
    setHeld({
      base: held?.base ?? stored,
      version: held?.version ?? campaign.version,
      texts: {
        subjects: { ...texts.subjects, [language]: subject },
        bodies: { ...texts.bodies, [language]: body },
      },
    });
  }

  async function save() {
    if (!held || isPending) return;
    setPending(true);
    const version = isOvertaken ? held.version : campaign.version;
    const patch = { subjects: filled(texts.subjects), bodies: filled(texts.bodies) };
    const isSaved = await update({ id: campaign.id, version }, patch);
    setPending(false);
    // What was typed while it was being saved stays to be saved.
    if (isSaved) setHeld((now) => (now && areSame(now.texts, texts) ? null : now));
  }

  return {
    texts,
    isUnsaved,
    isOvertaken: isOvertaken && isUnsaved,
    isPending,
    change,
    save,
    discard: () => setHeld(null),
    /** Over what the colleague wrote. */
    keepMine: () => setHeld(held && { ...held, base: stored, version: campaign.version }),
  };
}

/** The mail of a campaign as it is kept. */
export function storedTexts({ subjects, bodies }: CampaignDetails): MailTexts {
  const empty = { de: "", en: "" };
  return { subjects: { ...empty, ...subjects }, bodies: { ...empty, ...bodies } };
}

function areSame(one: MailTexts, other: MailTexts): boolean {
  return (["de", "en"] as const).every(
    (language) =>
      one.subjects[language] === other.subjects[language] &&
      one.bodies[language] === other.bodies[language],
  );
}

function filled({ de, en }: Required<LocalizedText>): LocalizedText | null {
  if (de.trim() === "" && en.trim() === "") return null;
  return { ...(de.trim() !== "" && { de }), ...(en.trim() !== "" && { en }) };
}
