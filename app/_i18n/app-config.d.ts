import type { Locale } from "./locale";
import type { de } from "./messages/de";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof de;
  }
}
