"use client";

import { TaskList } from "../tasks/task-list";
import { LeadList } from "./lead-list";
import { OpportunityList } from "./opportunity-list";
import { Timeline } from "./timeline";

/** What goes on with the party: tasks, opportunities and communications. */
export function Overview() {
  return (
    <div className="pb-8">
      <TaskList />
      <OpportunityList />
      <LeadList />
      <Timeline />
    </div>
  );
}
