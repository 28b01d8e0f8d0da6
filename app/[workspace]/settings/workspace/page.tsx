import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { listCountries } from "@/app/_places/countries";
import { listCurrencies } from "@/app/_places/currencies";
import { listTimeZones } from "@/app/_places/time-zones";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { WorkspaceSettings } from "./workspace-settings";

type WorkspaceProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("workspace") };
}

export default async function WorkspacePage({ params }: WorkspaceProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const locale = await getLocale();
  const trpc = serverTRPC(membership.workspaceId);
  const zones = [membership.timeZone, ...listCountries(locale).map(({ timeZone }) => timeZone)];
  return (
    <Prefetched queries={[trpc.workspace.byId.queryOptions()]}>
      <WorkspaceSettings currencies={listCurrencies(locale)} timeZones={listTimeZones(zones)} />
    </Prefetched>
  );
}
