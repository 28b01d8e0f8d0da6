import { useTranslations } from "next-intl";
import { Section } from "./section";

/** Who in the company looks after the customer. */
export function ContactPersons({
  names,
  workspace,
}: {
  names: readonly string[];
  workspace: string;
}) {
  const t = useTranslations("myPage.persons");
  if (names.length === 0) return null;
  return (
    <Section title={t("title")} text={t("text", { workspace })}>
      <ul className="flex flex-col gap-1">
        {names.map((name) => (
          <li key={name} className="font-medium">
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}
