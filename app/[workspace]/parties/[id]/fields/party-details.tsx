"use client";

import { Completeness } from "../completeness";
import { ExternalIds } from "./external-ids";
import { PartyFields } from "./party-fields";

/** All fields of the party, what other systems call it, and what is missing. */
export function PartyDetails() {
  return (
    <>
      <PartyFields />
      <ExternalIds />
      <Completeness />
    </>
  );
}
