import { useLocale, useMessages, useTranslations } from "next-intl";
import { formatDate, formatDateTime } from "@/app/_ui/format/date";
import { camelCase } from "@/domain/letter-case";
import type { DataEntry } from "@/domain/my-data";

type EntriesProps = { entries: readonly DataEntry[]; timeZone: string };

/** Things of one kind that are held, one below the other. */
export function DataEntries({ entries, timeZone }: EntriesProps) {
  return (
    <ul className="flex flex-col">
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
        <li key={place} className="border-hairline border-b py-3 last:border-b-0">
          <DataRows entry={entry} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

/** What is held of one thing: names and values, those without a value left out. */
export function DataRows({ entry, timeZone }: { entry: DataEntry; timeZone: string }) {
  const t = useTranslations("myPage.data.fields");
  const places = Object.keys(useMessages().myPage.data.fields);
  const place = (name: string) => places.indexOf(camelCase(name));
  const rows = Object.entries(entry)
    .filter(([name, value]) => !isEmpty(value) && name !== "id")
    // An address is one text as well, in the order of its country.
    .filter(([name]) => name !== "address" || !("value" in entry))
    .sort(([one], [other]) => place(one) - place(other));
  return (
    <dl className="grid grid-cols-[minmax(7rem,1fr)_2fr] gap-x-4 gap-y-1 text-14">
      {rows.map(([name, value]) => {
        return (
          <div key={name} className="contents">
            <dt className="text-muted">{wordFor(t, camelCase(name)) ?? name}</dt>
            <dd className="min-w-0 wrap-anywhere whitespace-pre-line">
              <DataValue value={value} timeZone={timeZone} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function DataValue({ value, timeZone }: { value: unknown; timeZone: string }) {
  const t = useTranslations("myPage.data");
  const codeWord = useCodeWords();
  const locale = useLocale();
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) {
    const entries = value.filter(isEntry);
    if (entries.length > 0) return <DataEntries entries={entries} timeZone={timeZone} />;
    return value
      .filter((one) => one !== null)
      .map((one) => codeWord(String(one)))
      .join(", ");
  }
  if (isEntry(value)) {
    const texts = Object.values(value).filter((one) => typeof one === "string");
    return texts.length > 0 ? texts.join(", ") : <DataRows entry={value} timeZone={timeZone} />;
  }
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(text)) return formatDateTime(text, locale, timeZone);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text, locale, timeZone);
  return /^[A-Za-z_]+$/.test(text) ? codeWord(text) : text;
}

/** The word for a code of the database; the code itself where there is none. */
function useCodeWords(): (code: string) => string {
  const places = [
    useTranslations("myPage.data.codes"),
    useTranslations("party.roles.names"),
    useTranslations("party.classes.names"),
    useTranslations("party.contacts.purposes"),
    useTranslations("opportunity.sources"),
    useTranslations("myPage.data.relations"),
  ];
  return (code) => places.map((t) => wordFor(t, code)).find((word) => word !== null) ?? code;
}

type Words = { (key: never): string; has(key: never): boolean };

/** Null where there is no word: the database may hold more than we thought of. */
function wordFor(t: Words, key: string): string | null {
  // Whether it is a key is what `has` finds out.
  const known = key as never;
  return t.has(known) ? t(known) : null;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0)
  );
}

function isEntry(value: unknown): value is DataEntry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
