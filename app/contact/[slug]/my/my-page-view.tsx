import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ContactPersons } from "./contact-persons";
import { ListChoices } from "./list-choices";
import { MyDetails } from "./my-details";
import { PrivacySection } from "./privacy-section";
import type { MyPageAnswer } from "./read-my-page";
import { RefreshNow } from "./refresh-now";
import { becomeCustomer, leaveMyPage } from "./session-actions";
import { SharedOrganization } from "./shared-organization";
import { Talks } from "./talks";

type MyPageViewProps = { page: MyPageAnswer; locale: "de" | "en" };

/** All of a customer's own page, what they came for first. */
export function MyPageView({ page, locale }: MyPageViewProps) {
  const t = useTranslations("myPage");
  return (
    <div className="flex flex-col gap-12">
      <RefreshNow />
      <header>
        <h1 className="mb-1 wrap-anywhere text-28 font-semibold leading-9">
          {t("greeting", { name: page.party.name })}
        </h1>
        <div className="flex flex-wrap items-center gap-x-3 text-14 text-muted">
          <span className="wrap-anywhere">{t("signedInAs", { email: page.email })}</span>
          <form action={leaveMyPage}>
            <input type="hidden" name="slug" value={page.slug} />
            <button
              type="submit"
              className="min-h-11 text-accent-text underline-offset-4 hover:underline"
            >
              {t("leave")}
            </button>
          </form>
        </div>
        {page.others.length > 0 && (
          <div className="mt-2 flex flex-wrap items-center gap-2 text-14 text-muted">
            <span>{t("others")}</span>
            {page.others.map(({ id, name }) => (
              <form key={id} action={becomeCustomer}>
                <input type="hidden" name="slug" value={page.slug} />
                <input type="hidden" name="partyId" value={id} />
                <Button type="submit" size="sm">
                  {name}
                </Button>
              </form>
            ))}
          </div>
        )}
      </header>
      <Talks
        conversations={page.conversations}
        workspace={page.workspace}
        timeZone={page.timeZone}
        canWrite
      />
      <MyDetails page={page} locale={locale} />
      <ListChoices page={page} locale={locale} />
      <ContactPersons workspace={page.workspace} names={page.responsible} />
      {page.organizations.map((one) => (
        <SharedOrganization key={one.name} organization={one} page={page} />
      ))}
      <PrivacySection page={page} />
    </div>
  );
}
