"use client";

import { LeadList } from "./lead-list";
import { OpportunityList } from "./opportunity-list";
import { PartyTasks } from "./party-tasks";
import { Timeline } from "./timeline";

/** What goes on with the party: tasks, opportunities and communications. */
export function Overview() {
  return (
    <div className="pb-8">
      <PartyTasks />
      <OpportunityList />
      <LeadList />
      <Timeline />
    </div>
  );
}
