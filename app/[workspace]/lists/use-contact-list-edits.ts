"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ContactList } from "@/domain/contact-list-answers";
import type { fieldsOf } from "./contact-list-draft";
import { useReadListsAnew } from "./use-contact-lists";

type Fields = NonNullable<ReturnType<typeof fieldsOf>>;
type Seen = Pick<ContactList, "id" | "version">;

/** Makes, changes and archives contact lists. */
export function useContactListEdits() {
  const t = useTranslations("contactList");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const readAnew = useReadListsAnew();

  /** Whether it worked. */
  async function run(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      toast.error(t("saveFailed"), errorText(error));
      return false;
    } finally {
      void readAnew();
    }
  }

  async function setArchived({ id, version }: Seen, isArchived: boolean) {
    return await client.contactList.update.mutate({ id, version, patch: { isArchived } });
  }

  return {
    create: (fields: Fields) =>
      run(() => client.contactList.create.mutate({ id: newId(), mutationId: newId(), ...fields })),
    update: ({ id, version }: Seen, patch: Fields) =>
      run(() => client.contactList.update.mutate({ id, version, patch })),
    archive: (list: Seen, name: string) =>
      run(async () => {
        const archived = await setArchived(list, true);
        toast.undoable(t("archived", { name }), () => void run(() => setArchived(archived, false)));
      }),
    restore: (list: Seen) => run(() => setArchived(list, false)),
  };
}
