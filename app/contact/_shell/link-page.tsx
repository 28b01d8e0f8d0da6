import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { isErrorCode } from "@/domain/error-codes";

type LinkPageProps = {
  title: string;
  text: string;
  /** What the link of the mail does, once the button is pressed. */
  action: ((form: FormData) => Promise<void>) | null;
  button?: string;
  token?: string;
  slug?: string;
};

/**
 * What a mailed link opens: it says what it would do, and does it by a button, because programs
 * open links before people do. Works without scripts.
 */
export function LinkPage({ title, text, action, button, token, slug }: LinkPageProps): ReactNode {
  return (
    <>
      <h1 className="mb-3 text-28 font-semibold leading-9">{title}</h1>
      <p className="mb-8 text-muted">{text}</p>
      {action && (
        <form action={action}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="slug" value={slug} />
          <Button type="submit" variant="primary" size="lg">
            {button}
          </Button>
        </form>
      )}
    </>
  );
}

/** For a link that cannot be used: why. */
export async function BrokenLink({ code }: { code: string }) {
  const [t, errors] = await Promise.all([
    getTranslations("contactPage"),
    getTranslations("errors"),
  ]);
  return (
    <LinkPage
      title={t("brokenLink")}
      text={errors(isErrorCode(code) ? code : "internal")}
      action={null}
    />
  );
}
