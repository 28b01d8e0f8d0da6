import type { ErrorCode } from "@/domain/error-codes";
import type { Correcting } from "@/domain/my-page";

/** What a form shows after it was sent; without scripts the server draws it anew with this. */
export type ActionState =
  | { status: "idle" }
  | { status: "done"; outcome: Correcting | null }
  | {
      status: "failed";
      code: ErrorCode;
      /** As they were typed, so that nothing is lost by a refusal. */
      values: Readonly<Record<string, string>>;
    };

export const idle: ActionState = { status: "idle" };
