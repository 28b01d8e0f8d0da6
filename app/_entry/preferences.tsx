"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { setLocale } from "@/app/_i18n/actions";
import { locales } from "@/app/_i18n/locale";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { themes } from "@/app/_ui/theme/theme";
import { useTheme } from "@/app/_ui/theme/use-theme";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** Language and appearance for people who have no account menu yet. */
export function Preferences() {
  const t = useTranslations("frame");
  const locale = useLocale();
  const [theme, changeTheme] = useTheme();
  const [, start] = useTransition();
  return (
    <div className="flex flex-wrap items-center justify-center gap-3">
      <SegmentedControl
        label={t("language.label")}
        value={locale}
        segments={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
        onValueChange={(value) => start(() => setLocale(value))}
      />
      <SegmentedControl
        label={t("theme.label")}
        value={theme}
        segments={themes.map((value) => {
          const Icon = themeIcons[value];
          return {
            value,
            label: t(`theme.${value}`),
            icon: <Icon size={16} />,
            iconOnly: true,
          };
        })}
        onValueChange={changeTheme}
      />
    </div>
  );
}
