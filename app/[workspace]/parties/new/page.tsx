import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findWorkspace } from "../../find-workspace";
import { NewPartyPage } from "./new-party-page";

type PageProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contact.new");
  return { title: t("title") };
}

/** Writes down a new contact. */
export default async function NewPartyRoute({ params }: PageProps) {
  await findWorkspace((await params).workspace);
  return <NewPartyPage />;
}
