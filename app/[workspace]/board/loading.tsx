import { BoardSkeleton } from "./board-skeleton";

export default function BoardLoading() {
  return <BoardSkeleton />;
}
