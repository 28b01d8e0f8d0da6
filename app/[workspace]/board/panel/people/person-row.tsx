import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";

type PersonRowProps = {
  name: string;
  kind: "person" | "organization";
  /** What to tell of them, in this order; null is left out. */
  facts: readonly (string | null)[];
  email?: string | undefined;
};

/** One of the people around an opportunity; with an address, a link that writes to them. */
export function PersonRow({ name, kind, facts, email }: PersonRowProps) {
  const t = useTranslations("opportunity.people");
  const told = facts.filter((fact) => fact !== null).join(" · ");
  return (
    <li className="flex min-h-11 items-center gap-3">
      <Avatar name={name} decorative shape={kind === "person" ? "round" : "square"} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{name}</p>
        {told !== "" && <p className="wrap-anywhere text-12 text-muted">{told}</p>}
      </div>
      {email !== undefined && (
        <a
          href={`mailto:${email}`}
          aria-label={t("writeTo", { name, email })}
          className="flex min-w-0 max-w-1/2 items-center rounded-6 text-13 text-accent-text hover:underline pointer-coarse:min-h-11"
        >
          <span className="truncate" title={email}>
            {email}
          </span>
        </a>
      )}
    </li>
  );
}
