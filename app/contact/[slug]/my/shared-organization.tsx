import { useTranslations } from "next-intl";
import type { MyPageAnswer } from "./read-my-page";
import { Section } from "./section";
import { Talks } from "./talks";

type SharedOrganizationProps = {
  organization: MyPageAnswer["organizations"][number];
  page: MyPageAnswer;
};

/** What is shared with the customer's company, where a member allowed them to see it. */
export function SharedOrganization({ organization, page }: SharedOrganizationProps) {
  const t = useTranslations("myPage.organization");
  const { name, contactPoints, responsible, conversations } = organization;
  return (
    <>
      <Section title={name} text={t("text", { workspace: page.workspace })}>
        <ul className="flex flex-col gap-2">
          {contactPoints.map(({ id, shown }) => (
            <li key={id} className="wrap-anywhere whitespace-pre-line">
              {shown}
            </li>
          ))}
        </ul>
        {responsible.length > 0 && (
          <p className="mt-3 text-14 text-muted">
            {t("responsible", { names: responsible.join(", ") })}
          </p>
        )}
      </Section>
      {conversations.length > 0 && (
        <Talks
          conversations={conversations}
          workspace={page.workspace}
          timeZone={page.timeZone}
          of={name}
        />
      )}
    </>
  );
}
