"use client";

import { LeadList } from "./lead-list";
import { OpportunityList } from "./opportunity-list";
import { Timeline } from "./timeline";

/** What goes on with the party: opportunities and communications. */
export function Overview() {
  return (
    <div className="pb-8">
      <OpportunityList />
      <LeadList />
      <Timeline />
    </div>
  );
}
