import { createTableDesk } from "./table-desk";
import type { WorkerCall, WorkerCalls, WorkerRequest, WorkerResponse } from "./worker-protocol";

const desk = createTableDesk();

function answer(request: WorkerRequest): WorkerCalls[WorkerCall]["output"] {
  switch (request.call) {
    case "read":
      return desk.read(request.input.source, request.input.context);
    case "check":
      return desk.check(request.input.mapping, request.input.context);
    case "rows":
      return desk.rows(request.input.filter, request.input.offset, request.input.limit);
    case "badRows":
      return desk.badRows(request.input);
    case "pieces":
      return desk.pieces();
  }
}

// Requests are answered one after the other, in the order in which they came.
self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  let response: WorkerResponse;
  try {
    response = { id: data.id, ok: true, output: answer(data) };
  } catch (error) {
    console.error(error);
    response = { id: data.id, ok: false };
  }
  self.postMessage(response);
});
