import type { MenuEntry } from "../popup/menu";
import type { FrameWorkspace } from "./types";

/** The workspaces of a member as menu entries. */
export function workspaceEntries({ links }: FrameWorkspace, heading: string): MenuEntry[] {
  return [
    { kind: "heading", label: heading },
    ...links.map(({ href, name, current }) => ({
      kind: "link" as const,
      label: name,
      href,
      current,
    })),
  ];
}
