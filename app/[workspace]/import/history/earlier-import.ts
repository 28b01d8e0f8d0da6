/** An import as the list shows it; `createdAt` is an ISO moment. */
export type EarlierImport = {
  id: string;
  fileName: string;
  memberId: string;
  status: "staged" | "done" | "undone";
  /** How many opportunities it added. */
  rowCount: number;
  createdAt: string;
};
