"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** Sends an answer to a customer's message, and tells why it did not go. */
export function useAnswer(communicationId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** The same words sent again are the same answer: whether the first try arrived may be unknown. */
  const tried = useRef<{ body: string; id: string; mutationId: string } | null>(null);

  /** Whether it went. */
  async function send(body: string): Promise<boolean> {
    if (tried.current?.body !== body) {
      tried.current = { body, id: newId(), mutationId: newId() };
    }
    setSending(true);
    setFailure(null);
    try {
      await client.communication.answer.mutate({ ...tried.current, communicationId });
    } catch (error) {
      setFailure(errorText(error));
      return false;
    } finally {
      setSending(false);
    }
    tried.current = null;
    // Wherever the talk is shown.
    void queryClient.invalidateQueries(trpc.communication.pathFilter());
    void queryClient.invalidateQueries(trpc.lead.pathFilter());
    void queryClient.invalidateQueries(trpc.party.byId.pathFilter());
    return true;
  }

  return { send, isSending, failure, forget: () => setFailure(null) };
}
