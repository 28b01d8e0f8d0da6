import { useTranslations } from "next-intl";
import { textIn } from "@/domain/localized-text";
import { chooseList } from "./my-actions";
import type { MyPageAnswer } from "./read-my-page";
import { Section } from "./section";
import { SwitchForm } from "./switch-form";

type ListChoicesProps = { page: MyPageAnswer; locale: "de" | "en" };

/** What the customer wants to be sent. */
export function ListChoices({ page, locale }: ListChoicesProps) {
  const t = useTranslations("myPage.lists");
  if (page.lists.length === 0) return null;
  return (
    <Section title={t("title")} text={t("text", { email: page.email })}>
      <ul>
        {page.lists.map(({ id, names, descriptions, isWanted, email }) => (
          <SwitchForm
            key={id}
            isOn={isWanted}
            label={textIn(names, locale)}
            note={
              isWanted && email !== null && email !== page.email
                ? t("to", { email })
                : descriptions && textIn(descriptions, locale)
            }
            action={chooseList}
            hidden={{ listId: id }}
          />
        ))}
      </ul>
    </Section>
  );
}
