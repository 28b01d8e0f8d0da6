"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { pushAddress, replaceAddress } from "../board/address-state";
import { addressWith, closePanel } from "../panel-address";
import { type LeadView, openParameter, readView, viewParameter } from "./lead-views";

/** Which leads are shown and which one is open, kept in the address without loading the page again. */
export function useLeadAddress() {
  const said = useSearchParams();
  const openId = said.get(openParameter);
  const saidView = readView(said.get(viewParameter));
  // The address is a moment behind the finger: until it has changed, what was chosen counts.
  const [chosen, choose] = useState({ view: saidView, over: saidView });
  if (chosen.over !== saidView) choose({ view: saidView, over: saidView });
  return {
    view: chosen.view,
    show(view: LeadView) {
      choose({ view, over: saidView });
      replaceAddress(addressWith({ [viewParameter]: view }));
    },
    openId,
    open(id: string) {
      if (id === openId) return;
      const address = addressWith({ [openParameter]: id });
      if (openId === null) pushAddress(address);
      else replaceAddress(address);
    },
    close: () => closePanel(openParameter),
  };
}
