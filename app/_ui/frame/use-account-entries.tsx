"use client";

import { LogOut, Monitor, MonitorX, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { setLocale } from "@/app/_i18n/actions";
import { locales } from "@/app/_i18n/locale";
import type { MenuEntry } from "../popup/menu";
import { isTheme, themes } from "../theme/theme";
import { useTheme } from "../theme/use-theme";
import { useFrameSignOut } from "./sign-out-context";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** Appearance, language and signing out as menu entries. */
export function useAccountEntries(): MenuEntry[] {
  const t = useTranslations("frame");
  const locale = useLocale();
  const [theme, changeTheme] = useTheme();
  const [, start] = useTransition();
  const signOut = useFrameSignOut();
  return [
    {
      kind: "choice",
      label: t("theme.label"),
      value: theme,
      options: themes.map((value) => {
        const Icon = themeIcons[value];
        return { value, label: t(`theme.${value}`), icon: <Icon size={16} /> };
      }),
      onChoose: (value) => isTheme(value) && changeTheme(value),
    },
    {
      kind: "choice",
      label: t("language.label"),
      value: locale,
      options: locales.map((value) => ({ value, label: t(`language.${value}`) })),
      onChoose: (value) => start(() => setLocale(value)),
    },
    { kind: "separator" },
    {
      label: t("user.signOut"),
      icon: <LogOut size={16} />,
      onSelect: () => signOut({ everywhere: false }),
    },
    {
      label: t("user.signOutEverywhere"),
      icon: <MonitorX size={16} />,
      onSelect: () => signOut({ everywhere: true }),
    },
  ];
}
