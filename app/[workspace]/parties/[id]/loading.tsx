import { PartySkeleton } from "./party-skeleton";

export default function Loading() {
  return <PartySkeleton />;
}
