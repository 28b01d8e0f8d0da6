import type { VisibleBoard } from "@/domain/board-visible";

const most = 8;

/** Customers on the board, in its order, each once: what is likely meant before a letter is typed. */
export function customersOnBoard(board: VisibleBoard | undefined): { id: string; label: string }[] {
  const names = new Map<string, string>();
  for (const { ids } of board?.columns ?? []) {
    for (const id of ids) {
      const card = board?.cardOf(id);
      if (card && card.customerId !== "") names.set(card.customerId, card.customerName);
      if (names.size === most) break;
    }
  }
  return [...names].slice(0, most).map(([id, label]) => ({ id, label }));
}

const common = ["EUR", "CHF", "USD", "GBP"];

/** The workspace's currency, those on the board, and a few that are common. */
export function currencyChoices(board: VisibleBoard | undefined, ...first: string[]): string[] {
  const used = (board?.columns ?? []).flatMap(({ figures }) => Object.keys(figures).sort());
  return [...new Set([...first, ...used, ...common])];
}
