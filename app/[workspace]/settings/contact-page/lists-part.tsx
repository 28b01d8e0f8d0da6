"use client";

import { useTranslations } from "next-intl";
import { Switch } from "@/app/_ui/field/switch";
import { type LocalizedText, textIn } from "@/domain/localized-text";
import { FormPart } from "./form-part";
import type { PagePartProps } from "./page-draft";

export type OfferedList = { id: string; names: LocalizedText; descriptions: LocalizedText | null };

type ListsPartProps = PagePartProps & { lists: readonly OfferedList[]; locale: string };

/** Which lists can be asked for beside a message. */
export function ListsPart({ draft, editable, change, lists, locale }: ListsPartProps) {
  const t = useTranslations("settings.contactPage");
  const { listIds } = draft;
  return (
    <FormPart
      title={t("parts.lists")}
      text={lists.length === 0 ? t("lists.none") : t("lists.text")}
    >
      <div className="flex flex-col gap-2">
        <Switch
          label={t("lists.all")}
          disabled={!editable}
          checked={listIds === null}
          onCheckedChange={(all) => change({ listIds: all ? null : lists.map(({ id }) => id) })}
        />
        {listIds !== null &&
          lists.map(({ id, names }) => (
            <Switch
              key={id}
              label={textIn(names, locale)}
              className="pl-4"
              disabled={!editable}
              checked={listIds.includes(id)}
              onCheckedChange={(isShown) =>
                change({
                  listIds: isShown ? [...listIds, id] : listIds.filter((one) => one !== id),
                })
              }
            />
          ))}
      </div>
    </FormPart>
  );
}
