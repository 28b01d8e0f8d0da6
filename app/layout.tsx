import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./globals.css";
import { RootMessages } from "./_i18n/root-messages";
import { fontVariables } from "./_ui/fonts";
import { LateHosts } from "./_ui/late-hosts";
import { LiveRegion } from "./_ui/live-region";
import { readTheme } from "./_ui/theme/read-theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("appName"), template: `%s · ${t("appName")}` } };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  const light = { color: "#f9fafc" };
  const dark = { color: "#0e1014" };
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    colorScheme: theme === "system" ? "light dark" : theme,
    themeColor: {
      system: [
        { media: "(prefers-color-scheme: light)", ...light },
        { media: "(prefers-color-scheme: dark)", ...dark },
      ],
      light: [light],
      dark: [dark],
    }[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), readTheme()]);
  return (
    // The theme switch changes the attribute before the server hears of it.
    <html lang={locale} data-theme={theme} className={fontVariables} suppressHydrationWarning>
      <body>
        <RootMessages>
          {children}
          <LateHosts />
        </RootMessages>
        <LiveRegion />
      </body>
    </html>
  );
}
