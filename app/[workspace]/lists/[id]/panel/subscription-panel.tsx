"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LinkButton } from "@/app/_ui/link-button";
import { LoadingNote } from "@/app/_ui/loading-note";
import { SidePanel } from "@/app/_ui/side-panel";
import type { SubscriptionHistory } from "@/domain/contact-list-answers";
import { partyAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { SubscriptionBadge } from "../../subscription-badge";
import { ConsentList } from "./consent-list";
import { useSubscription } from "./use-subscription";

type SubscriptionPanelProps = { subscriptionId: string; onClose: () => void };

/** How a party stands on the list, and every consent that led there. */
export function SubscriptionPanel({ subscriptionId, onClose }: SubscriptionPanelProps) {
  const t = useTranslations("contactList.panel");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { subscription, error, retry, isTakingOff, takeOff } = useSubscription(subscriptionId);
  const isOn = subscription?.status === "pending" || subscription?.status === "accepted";
  return (
    <SidePanel
      title={subscription?.party.name ?? "…"}
      footer={
        subscription &&
        isOn && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 flex-1 basis-48 text-pretty text-13 text-muted">
              {t("takeOffText")}
            </p>
            <Button
              icon={<UserMinus size={16} />}
              pending={isTakingOff}
              onClick={() => void takeOff(subscription)}
            >
              {t("takeOff")}
            </Button>
          </div>
        )
      }
      onClose={onClose}
    >
      {subscription && <Facts subscription={subscription} />}
      {!subscription && !error && <LoadingNote />}
      {!subscription && error && (
        <ErrorNotice
          className="m-5"
          title={t("unavailable")}
          next={errorText(error)}
          action={<Button onClick={retry}>{actions("retry")}</Button>}
        />
      )}
    </SidePanel>
  );
}

function Facts({ subscription }: { subscription: SubscriptionHistory }) {
  const t = useTranslations("contactList");
  const { slug } = useWorkspace();
  const { party, status, email, consents } = subscription;
  return (
    <div className="space-y-6 px-5 pt-4 pb-8">
      <div className="space-y-1.5">
        <div className="flex items-center justify-between gap-3">
          <SubscriptionBadge status={status} isBlacklisted={party.isBlacklisted} />
          <LinkButton size="sm" href={partyAddress(slug, party.id)}>
            {t("panel.toParty")}
          </LinkButton>
        </div>
        <a
          href={`mailto:${email}`}
          title={email}
          className="block w-fit max-w-full truncate rounded-6 text-accent-text hover:underline pointer-coarse:py-3"
        >
          {email}
        </a>
      </div>
      <section className="space-y-3">
        <h3 className="font-semibold">{t("consents.title")}</h3>
        <ConsentList consents={consents} />
      </section>
    </div>
  );
}
