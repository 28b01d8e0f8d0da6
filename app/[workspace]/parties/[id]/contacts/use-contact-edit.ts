"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { inferInput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ContactAddress } from "@/domain/contact-point";
import type { FieldState } from "../../../fields/field-state";
import { useWorkspace } from "../../../workspace-context";
import { type Opened, useOpened } from "../party-context";
import { usePartyActions } from "../use-party-actions";
import { addressInLine, spelled, typedText } from "./contact-text";

type Point = Opened["contactPoints"][number];
type Patch = inferInput<ReturnType<typeof useTRPC>["contactPoint"]["update"]>["patch"];
/** A new address, and how it reads where somebody else wrote another one. */
type Edit = { patch: Patch; said: string };

/**
 * Writes another address in place of one: based on the version that its editor saw, so that
 * somebody else's is not overwritten unseen.
 */
export function useContactEdit(point: Point, onSaved: () => void) {
  const t = useTranslations("party");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { timeZone } = useWorkspace();
  const { id: partyId } = useOpened().opened.party;
  const { run } = usePartyActions();
  // While it is typed into, changes of others do not touch it.
  const [base] = useState(point);
  const [state, setState] = useState<FieldState<Edit>>();

  /** @throws what the server says; of a conflict it is told in `state` as well */
  async function write(edit: Edit, version: number): Promise<void> {
    if (edit.said === typedText(base)) return onSaved();
    try {
      const saved = await client.contactPoint.update.mutate({
        id: base.id,
        version,
        patch: edit.patch,
      });
      onSaved();
      toast.undoable(
        t("contacts.changed", { shown: typedText(base) }),
        () => void run(() => client.contactPoint.update.mutate({ ...saved, patch: before() })),
      );
      void run(async () => {});
    } catch (error) {
      const theirs = errorCodeOf(error) === "conflict" ? await newest() : undefined;
      if (!theirs) throw error;
      // Only something else of it was changed, such as its purpose.
      if (typedText(theirs) === typedText(base) && theirs.version > version) {
        return write(edit, theirs.version);
      }
      const conflict = { base: typedText(base), yours: edit.said, theirs: typedText(theirs) };
      setState({ status: "conflict", conflict, patch: edit, version: theirs.version });
      throw error;
    }
  }

  async function newest(): Promise<Point | undefined> {
    const options = trpc.party.byId.queryOptions({ id: partyId });
    const { contactPoints } = await queryClient.fetchQuery({ ...options, staleTime: 0 });
    return contactPoints.find(({ id }) => id === base.id);
  }

  /** The old address, and that it might be used: a new one forgets it. */
  function before(): Patch {
    const { kind, address, mayContact } = base;
    if (kind !== "postal") return { typed: { kind, text: spelled(base), timeZone }, mayContact };
    return { ...(address && { address }), mayContact };
  }

  return {
    base,
    /** That somebody else wrote another address, or that writing over theirs failed. */
    state,
    save: (patch: Patch, said: string) => write({ patch, said: said.trim() }, base.version),
    /** Whether it worked. */
    async saveAddress(address: ContactAddress): Promise<boolean> {
      try {
        await write({ patch: { address }, said: addressInLine(address) }, base.version);
        return true;
      } catch (error) {
        if (errorCodeOf(error) !== "conflict") toast.error(t("notSaved"), errorText(error));
        return false;
      }
    },
    /** Writes what was typed on top of a newer version. */
    again(version: number) {
      if (!state || !("patch" in state)) return;
      const { patch: edit } = state;
      write(edit, version).catch((error: unknown) => {
        if (errorCodeOf(error) === "conflict") return;
        setState({ status: "failed", error, patch: edit });
      });
    },
  };
}
