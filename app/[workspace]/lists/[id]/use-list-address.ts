"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { pushAddress, replaceAddress } from "../../board/address-state";
import { addressWith, closePanel } from "../../panel-address";
import {
  openParameter,
  readView,
  type SubscriptionView,
  textParameter,
  viewParameter,
} from "./subscription-views";

/** Who of the list is shown and who is open, kept in the address without loading the page again. */
export function useListAddress() {
  const said = useSearchParams();
  const openId = said.get(openParameter);
  const address = { view: readView(said.get(viewParameter)), text: said.get(textParameter) ?? "" };
  const over = said.toString();
  // The address is a moment behind the finger: until it has changed, what was chosen counts.
  const [chosen, choose] = useState({ ...address, over });
  if (chosen.over !== over) choose({ ...address, over });
  return {
    view: chosen.view,
    text: chosen.text,
    showView(view: SubscriptionView) {
      choose({ ...chosen, view });
      replaceAddress(addressWith({ [viewParameter]: view }));
    },
    search(text: string) {
      choose({ ...chosen, text });
      replaceAddress(addressWith({ [textParameter]: text === "" ? null : text }));
    },
    openId,
    open(id: string) {
      const opened = addressWith({ [openParameter]: id });
      if (openId === null) pushAddress(opened);
      else replaceAddress(opened);
    },
    close: () => closePanel(openParameter),
  };
}
