import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { listCountries, regionOf } from "@/app/_places/countries";
import { listCurrencies } from "@/app/_places/currencies";
import { listTimeZones } from "@/app/_places/time-zones";
import { currentSession } from "@/app/_trpc/session";
import { splitName } from "../split-name";
import { SetUp } from "./set-up";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup.company");
  return { title: t("title") };
}

export default async function NewWorkspacePage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in?next=/welcome/new");
  const locale = await getLocale();
  const countries = listCountries(locale);
  const elsewhere = session.memberships.length + session.invitations.length > 0;
  return (
    <SetUp
      email={session.email}
      ownName={splitName(session.memberships[0]?.memberName ?? "")}
      region={regionOf((await headers()).get("accept-language"))}
      countries={countries}
      currencies={listCurrencies(locale)}
      timeZones={listTimeZones(countries.map(({ timeZone }) => timeZone))}
      elsewhere={elsewhere}
    />
  );
}
