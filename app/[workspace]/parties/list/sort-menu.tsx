"use client";

import { ArrowDownUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import type { PartyFilter } from "@/domain/party-filter";
import { type PartySort, partySorts } from "@/domain/party-query";

type SortMenuProps = {
  filter: PartyFilter;
  onChange: (part: Partial<PartyFilter>) => void;
};

/** The order, where no heads of columns are there to set it. */
export function SortMenu({ filter, onChange }: SortMenuProps) {
  const t = useTranslations("partyList.sort");
  const orders = partySorts.flatMap((sort) => [
    { sort, isDescending: sort !== "name" },
    { sort, isDescending: sort === "name" },
  ]);
  const orderKey = (sort: PartySort, isDescending: boolean) => `${sort} ${isDescending}`;
  return (
    <Menu
      label={t("menu")}
      align="end"
      entries={[
        {
          kind: "choice",
          label: t("menu"),
          options: orders.map(({ sort, isDescending }) => ({
            value: orderKey(sort, isDescending),
            label: t(`${sort}.${isDescending ? "down" : "up"}`),
          })),
          value: orderKey(filter.sort, filter.isDescending),
          onChoose: (value) => {
            const order = orders.find((one) => orderKey(one.sort, one.isDescending) === value);
            if (order) onChange(order);
          },
        },
      ]}
      trigger={(props) => (
        <IconButton
          {...props}
          label={t("menu")}
          icon={<ArrowDownUp size={16} />}
          className="min-[54rem]:hidden"
        />
      )}
    />
  );
}
