import type { WorkerCall, WorkerCalls, WorkerRequest, WorkerResponse } from "./worker-protocol";

type Waiting = { resolve: (output: never) => void; reject: (error: Error) => void };

/** Asks the worker; rejects when it broke, for instance for want of memory. */
export type ParseWorker = {
  ask: <Call extends WorkerCall>(
    call: Call,
    input: WorkerCalls[Call]["input"],
  ) => Promise<WorkerCalls[Call]["output"]>;
};

/** Starts the worker with the first question, and a new one after a crash. */
export function createParseWorker(): ParseWorker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(new URL("./parse-worker.ts", import.meta.url));
    started.addEventListener("message", ({ data }: MessageEvent<WorkerResponse>) => {
      const caller = waiting.get(data.id);
      waiting.delete(data.id);
      // The answer belongs to the call of that id: the protocol ties their types, not the compiler.
      if (data.ok) caller?.resolve(data.output as never);
      else caller?.reject(new Error("The worker could not answer."));
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      started.terminate();
      worker = null;
      for (const { reject } of waiting.values()) reject(new Error("The worker broke."));
      waiting.clear();
    });
    return started;
  }

  return {
    ask: (call, input) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        asked += 1;
        waiting.set(asked, { resolve, reject });
        const request = { id: asked, call, input } as WorkerRequest;
        const transfer =
          call === "read" && "source" in input && input.source instanceof ArrayBuffer
            ? [input.source]
            : [];
        worker.postMessage(request, transfer);
      }),
  };
}
