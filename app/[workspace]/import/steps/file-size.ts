import { formatDecimal } from "@/app/_ui/format/decimal";

/** "12 kB", "3,4 MB"; bytes in, decimal units as file managers show them. */
export function fileSize(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? (bytes / 1_000_000).toFixed(1) : String(Math.ceil(bytes / 1000));
  return formatDecimal(value, locale, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: 1,
  });
}
