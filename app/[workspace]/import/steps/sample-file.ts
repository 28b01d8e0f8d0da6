import type { Locale } from "@/app/_i18n/locale";
import type { ImportStage } from "@/domain/import-row";

type SampleRow = {
  customer: string;
  contact: string;
  name: string;
  amount: { de: string; en: string };
  nextStep: { de: string; en: string };
};

const rows: SampleRow[] = [
  {
    customer: "Mustermann GmbH",
    contact: "Maxinchen Musterfrau",
    name: "Sommerfest",
    amount: { de: "12.500,00", en: "12500.00" },
    nextStep: { de: "Angebot nachfassen", en: "Follow up on the offer" },
  },
  {
    customer: "Gärtnerei Grünspan e. K.",
    contact: "Sönke Grünspan",
    name: "Arbeitskleidung",
    amount: { de: "1.480,50", en: "1480.50" },
    nextStep: { de: "Muster schicken", en: "Send samples" },
  },
  {
    customer: "Fährhaus Möwe",
    contact: "Knud Büchner",
    name: "Neue Schürzen",
    amount: { de: "735,00", en: "735.00" },
    nextStep: { de: "Anrufen", en: "Call" },
  },
];

const headers: Record<Locale, string[]> = {
  de: [
    "Kunde",
    "Ansprechpartner",
    "Bezeichnung",
    "Betrag",
    "Währung",
    "Phase",
    "Abschluss geplant",
    "Nächster Schritt",
  ],
  en: [
    "Customer",
    "Contact",
    "Opportunity",
    "Amount",
    "Currency",
    "Stage",
    "Expected close date",
    "Next step",
  ],
};

/** The last day of the month some months after an ISO day, as the language writes it. */
function monthEnd(today: string, months: number, locale: Locale): string {
  const [year = 2026, month = 1] = today.split("-").map(Number);
  const day = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  return locale === "de" ? day.split("-").reverse().join(".") : day;
}

function quote(cell: string): string {
  return /[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A small file as Excel writes it, with the stages and the currency of the workspace, so that it
 * can be brought in as it is. `today` is an ISO day. The mark in front makes Excel read it as UTF-8.
 */
export function sampleFile(
  locale: Locale,
  stages: readonly ImportStage[],
  currency: string,
  today: string,
): string {
  const open = stages.filter((stage) => stage.kind === "open");
  const lines = rows.map(({ customer, contact, name, amount, nextStep }, index) => [
    customer,
    contact,
    name,
    amount[locale],
    currency,
    open[index % open.length]?.name ?? "",
    monthEnd(today, index + 1, locale),
    nextStep[locale],
  ]);
  return `\ufeff${[headers[locale], ...lines]
    .map((cells) => `${cells.map(quote).join(";")}\r\n`)
    .join("")}`;
}
