"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ContactPoint } from "@/domain/contact-point";
import { useBoardFrame } from "../../board-frame";

/** Writes the contact points of parties around an opportunity; what was removed can be taken back. */
export function useContactPoints() {
  const t = useTranslations("opportunity.people.contacts");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { membership } = useBoardFrame();
  const readAnew = () => queryClient.invalidateQueries(trpc.opportunity.people.pathFilter());

  /** @throws what the router throws */
  async function add(partyId: string, text: string): Promise<void> {
    await client.contactPoint.add.mutate({
      id: newId(),
      mutationId: newId(),
      partyId,
      text,
      timeZone: membership.timeZone,
    });
    await readAnew();
  }

  /** At once; it comes back when it cannot be removed. */
  async function remove(partyId: string, point: ContactPoint): Promise<void> {
    const { id, kind, value, shown } = point;
    await queryClient.cancelQueries(trpc.opportunity.people.pathFilter());
    queryClient.setQueriesData<OpportunityPeople>(
      trpc.opportunity.people.pathFilter(),
      (people) => people && withoutPoint(people, id),
    );
    try {
      await client.contactPoint.remove.mutate({ id });
      toast.undoable(t("removed", { shown }), () => {
        // Of a number only what is shown says its extension, too.
        add(partyId, kind === "phone" ? shown : value).catch((error: unknown) =>
          toast.error(t("addFailed", { shown }), errorText(error)),
        );
      });
    } catch (error) {
      toast.error(t("removeFailed", { shown }), errorText(error));
    }
    await readAnew();
  }

  return { add, remove };
}

type OpportunityPeople = inferOutput<ReturnType<typeof useTRPC>["opportunity"]["people"]>;

function withoutPoint(people: OpportunityPeople, id: string): OpportunityPeople {
  const without = <Party extends { contactPoints: ContactPoint[] }>(party: Party): Party => ({
    ...party,
    contactPoints: party.contactPoints.filter((point) => point.id !== id),
  });
  return {
    ...people,
    customer: without(people.customer),
    related: people.related.map(without),
  };
}
