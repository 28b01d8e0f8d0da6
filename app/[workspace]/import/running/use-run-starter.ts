"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { RunStarter } from "./runner";

/** How an import talks to the server, and to whoever has gone to another page when it ends. */
export function useRunStarter(): RunStarter {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const t = useTranslations("import.toast");
  return useMemo(
    () => ({
      transport: {
        begin: (input) => client.import.begin.mutate(input),
        stage: (input) => client.import.stage.mutate(input),
        finish: (input) => client.import.finish.mutate(input),
        codeOf: errorCodeOf,
      },
      onEnd: (progress, name, isWatched) => {
        void queryClient.invalidateQueries(trpc.import.list.queryFilter());
        if (isWatched) return;
        if (progress.at === "done") {
          toast.show({ title: t("done", { count: progress.added }), tone: "success" });
        }
        if (progress.at === "stopped") toast.error(t("stopped", { name }), t("stoppedText"));
      },
    }),
    [client, trpc, queryClient, toast, t],
  );
}
