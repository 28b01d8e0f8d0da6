import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EditableRow } from "./editable-row";
import { correct } from "./my-actions";
import type { MyPageAnswer } from "./read-my-page";
import { type EditedKind, fieldsOf } from "./row-fields";
import { Section } from "./section";
import { SwitchForm } from "./switch-form";
import { WaitingChanges } from "./waiting-changes";

type MyDetailsProps = { page: MyPageAnswer; locale: "de" | "en" };
type Point = MyPageAnswer["contactPoints"][number];

const pointKinds = [
  ["address", "postal"],
  ["phone", "phone"],
  ["email", "email"],
] as const;

/** What is known of the customer, each thing corrected where it stands; and how we may reach them. */
export function MyDetails({ page, locale }: MyDetailsProps) {
  const t = useTranslations("myPage.details");
  const { party, rules } = page;
  const labels = fieldsOf({ page, locale, words: useTranslations("myPage.fields") });
  const language = party.language?.startsWith("en") ? "en" : "de";
  const reachable = page.contactPoints;
  return (
    <>
      <Section title={t("title")} text={t("text")}>
        <Group title={t("groups.name")}>
          <Fact
            rule={rules.name}
            shown={nameOf(party)}
            fields={labels.name}
            hidden={{ field: "name", version: String(party.version) }}
            name={nameOf(party)}
          >
            <WaitingChanges page={page} field="name" />
          </Fact>
        </Group>
        <Group title={t("groups.language")}>
          <Fact
            rule={rules.language}
            shown={t(`languages.${language}`)}
            fields={labels.language}
            hidden={{ field: "language", version: String(party.version) }}
            name={t("groups.language")}
          >
            <WaitingChanges page={page} field="language" />
          </Fact>
        </Group>
        {pointKinds.map(([field, kind]) => (
          <Group key={field} title={t(`groups.${field}`)}>
            {reachable
              .filter((point) => point.kind === kind)
              .map((point) => (
                <Fact
                  key={point.id}
                  rule={rules[field]}
                  shown={<PointShown point={point} />}
                  fields={labels[field](point)}
                  hidden={{
                    field,
                    contactPointId: point.id,
                    version: String(point.version),
                    timeZone: page.timeZone,
                  }}
                  name={point.shown}
                  isRemovable={point.value !== page.email}
                >
                  <WaitingChanges page={page} field={field} contactPointId={point.id} />
                </Fact>
              ))}
            <AddRow
              page={page}
              field={field}
              fields={labels[field](null)}
              isFirst={!reachable.some((point) => point.kind === kind)}
            />
          </Group>
        ))}
      </Section>
      {reachable.length > 0 && (
        <Section title={t("reach")} text={t("reachText")}>
          <ul>
            {reachable.map(({ id, version, shown, mayContact }) => (
              <SwitchForm
                key={id}
                isOn={mayContact ?? true}
                label={shown}
                action={correct}
                hidden={{
                  id: randomUUID(),
                  field: "mayContact",
                  contactPointId: id,
                  version: String(version),
                }}
              />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-5">
      <h3 className="text-14 font-medium text-muted">{title}</h3>
      <ul>{children}</ul>
    </div>
  );
}

type FactProps = {
  rule: MyPageAnswer["rules"][EditedKind];
  shown: ReactNode;
  name: string;
  fields: Parameters<typeof EditableRow>[0]["fields"];
  hidden: Record<string, string>;
  isRemovable?: boolean;
  children?: ReactNode;
};

/** Something known, which may be corrected unless the workspace keeps that to itself. */
function Fact({ rule, shown, name, fields, hidden, isRemovable, children }: FactProps) {
  const t = useTranslations("myPage.edit");
  if (rule === "off") {
    return <li className="min-h-12 py-3 wrap-anywhere whitespace-pre-line">{shown}</li>;
  }
  return (
    <EditableRow
      shown={shown}
      action={t("changeOf", { name })}
      actionLabel={t("change")}
      fields={fields}
      hidden={{ ...hidden, id: randomUUID() }}
      problem={t(`problems.${hidden.field === "phone" ? "phone" : "other"}`)}
      isRemovable={isRemovable ?? false}
    >
      {children}
    </EditableRow>
  );
}

type AddRowProps = {
  page: MyPageAnswer;
  field: "address" | "phone" | "email";
  isFirst: boolean;
  fields: Parameters<typeof EditableRow>[0]["fields"];
};

function AddRow({ page, field, fields, isFirst }: AddRowProps) {
  const t = useTranslations("myPage.edit");
  if (page.rules[field] === "off") return null;
  return (
    <EditableRow
      shown={<span className="text-muted">{t(isFirst ? `none.${field}` : `add.${field}`)}</span>}
      action={t("add.action")}
      actionLabel={t("add.action")}
      fields={fields}
      hidden={{ id: randomUUID(), field, timeZone: page.timeZone }}
      problem={t(`problems.${field === "phone" ? "phone" : "other"}`)}
    >
      <WaitingChanges page={page} field={field} contactPointId={null} />
    </EditableRow>
  );
}

function PointShown({ point }: { point: Point }) {
  const t = useTranslations("myPage.details");
  if (point.kind !== "email" || point.isVerified) return point.shown;
  return (
    <>
      {point.shown}
      <span className="block text-14 text-muted">{t("unverified")}</span>
    </>
  );
}

function nameOf({ kind, name, salutation, title }: MyPageAnswer["party"]): string {
  return kind === "person" ? [salutation, title, name].filter(Boolean).join(" ") : name;
}
