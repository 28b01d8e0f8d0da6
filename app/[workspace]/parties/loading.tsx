import { ListSkeleton } from "./list/list-skeleton";

export default function Loading() {
  return <ListSkeleton />;
}
