import { UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";

type UsedPartyProps = { name: string; onRelease: () => void; className?: string | undefined };

/** Says that what is typed is somebody known, and takes that back. */
export function UsedParty({ name, onRelease, className }: UsedPartyProps) {
  const t = useTranslations("contact.likely");
  return (
    <p role="status" className={cx("flex items-center gap-2 bg-sunken text-13", className)}>
      <UserCheck size={14} aria-hidden="true" className="shrink-0 text-green-text" />
      <span className="min-w-0 flex-1 truncate" title={name} dir="auto">
        {t("used", { name })}
      </span>
      <Button size="sm" variant="ghost" onClick={onRelease}>
        {t("release")}
      </Button>
    </p>
  );
}
