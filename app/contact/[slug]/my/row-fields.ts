import type { useTranslations } from "next-intl";
import { listCountries } from "@/app/_places/countries";
import type { RowField } from "./editable-row";
import type { MyPageAnswer } from "./read-my-page";

export type EditedKind = "name" | "language" | "address" | "phone" | "email";
type Point = MyPageAnswer["contactPoints"][number];

type FieldsOfProps = {
  page: MyPageAnswer;
  locale: "de" | "en";
  words: ReturnType<typeof useTranslations<"myPage.fields">>;
};

/** What is asked to correct each thing, with what is known of it. */
export function fieldsOf({ page: { party, timeZone }, locale, words }: FieldsOfProps) {
  const countries = listCountries(locale);
  const here = countries.find((one) => one.timeZone === timeZone)?.code ?? "DE";
  const part = (point: Point | null, name: Part, required = false): RowField => ({
    name,
    label: words(name),
    value: point?.address?.[name] ?? "",
    autoComplete: autoComplete[name],
    maxLength: 200,
    required,
  });
  return {
    name: party.kind === "person" ? personFields(party, words) : companyFields(party, words),
    language: [
      {
        name: "language",
        label: words("language"),
        value: party.language?.startsWith("en") ? "en" : "de",
        options: [
          { value: "de", label: "Deutsch" },
          { value: "en", label: "English" },
        ],
      },
    ] satisfies RowField[],
    address: (point: Point | null): RowField[] => [
      part(point, "street", true),
      part(point, "extra"),
      part(point, "postalCode"),
      part(point, "city", true),
      part(point, "region"),
      {
        name: "country",
        label: words("country"),
        value: point?.address?.country ?? here,
        autoComplete: "country",
        options: countries.map(({ code, name }) => ({ value: code, label: name })),
      },
    ],
    phone: (point: Point | null): RowField[] => [
      {
        name: "phone",
        label: words("phone"),
        value: point?.shown ?? "",
        type: "tel",
        autoComplete: "tel",
        maxLength: 60,
        required: true,
      },
    ],
    email: (point: Point | null): RowField[] => [
      {
        name: "email",
        label: words("email"),
        value: point?.value ?? "",
        type: "email",
        autoComplete: "email",
        maxLength: 320,
        required: true,
      },
    ],
  };
}

const autoComplete = {
  street: "address-line1",
  extra: "address-line2",
  postalCode: "postal-code",
  city: "address-level2",
  region: "address-level1",
};
type Part = keyof typeof autoComplete;

type Words = FieldsOfProps["words"];

function personFields(party: MyPageAnswer["party"], words: Words): RowField[] {
  const { salutation, title, givenName, familyName } = party;
  return [
    {
      name: "salutation",
      label: words("salutation"),
      value: salutation ?? "",
      maxLength: 60,
      autoComplete: "honorific-prefix",
    },
    { name: "title", label: words("title"), value: title ?? "", maxLength: 60 },
    {
      name: "givenName",
      label: words("givenName"),
      value: givenName ?? "",
      maxLength: 500,
      autoComplete: "given-name",
    },
    {
      name: "familyName",
      label: words("familyName"),
      value: familyName ?? "",
      maxLength: 500,
      autoComplete: "family-name",
      required: true,
    },
  ];
}

function companyFields({ name }: MyPageAnswer["party"], words: Words): RowField[] {
  return [
    {
      name: "name",
      label: words("companyName"),
      value: name,
      maxLength: 500,
      autoComplete: "organization",
      required: true,
    },
  ];
}
