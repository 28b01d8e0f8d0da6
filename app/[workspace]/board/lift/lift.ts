import type { Card } from "@/domain/board-card";
import type { Slot } from "./slot";

/** A card in hand, and where it would land. */
export type Lift = {
  /** As it was when it was taken: others may change it meanwhile, but not pull it away. */
  readonly card: Card;
  readonly by: "pointer" | "keys";
  readonly from: Slot;
  /** Null where a drop puts it back. */
  readonly over: Slot | null;
};
