import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { formatDateTime } from "@/app/_ui/format/date";
import type { Conversation } from "@/domain/my-page";
import { MessageForm } from "./message-form";
import { Section } from "./section";

type TalksProps = {
  conversations: readonly Conversation[];
  workspace: string;
  timeZone: string;
  /** Whose they are; null for one's own. */
  of?: string | null;
  canWrite?: boolean;
};

/** What was written to and fro, the latest talk first. */
export function Talks(props: TalksProps) {
  const { conversations, workspace, timeZone, of = null, canWrite = false } = props;
  const t = useTranslations("myPage.talks");
  return (
    <Section
      title={of === null ? t("title") : t("titleOf", { name: of })}
      text={conversations.length === 0 ? t("empty") : undefined}
    >
      <div className="flex flex-col gap-4">
        {conversations.map((conversation) => (
          <Talk
            key={conversation.messages[0]?.id}
            conversation={conversation}
            workspace={workspace}
            timeZone={timeZone}
            canWrite={canWrite}
          />
        ))}
        {canWrite && (
          <details className="group rounded-10 border border-hairline px-4">
            <summary className="flex min-h-12 cursor-pointer items-center font-medium text-accent-text">
              {t("new")}
            </summary>
            <div className="pb-4">
              <MessageForm id={randomUUID()} about={null} label={t("newLabel", { workspace })} />
            </div>
          </details>
        )}
      </div>
    </Section>
  );
}

type TalkProps = Pick<TalksProps, "workspace" | "timeZone"> & {
  conversation: Conversation;
  canWrite: boolean;
};

function Talk({ conversation: { messages }, workspace, timeZone, canWrite }: TalkProps) {
  const t = useTranslations("myPage.talks");
  const locale = useLocale();
  const last = messages.at(-1);
  return (
    <article className="rounded-10 border border-hairline p-4">
      <ol className="flex flex-col gap-3">
        {messages.map(({ id, direction, body, occurredAt, author, isProven }) => (
          <li
            key={id}
            className={cx(
              "max-w-[88%] rounded-10 px-4 py-2.5",
              direction === "incoming" ? "self-end bg-accent-soft" : "self-start bg-sunken",
            )}
          >
            <p className="mb-0.5 text-13 text-muted">
              {direction === "outgoing" ? (author ?? workspace) : t(isProven ? "you" : "byForm")}
              {" · "}
              <time dateTime={occurredAt}>{formatDateTime(occurredAt, locale, timeZone)}</time>
            </p>
            <p className="wrap-anywhere whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ol>
      {canWrite && last && (
        <div className="mt-4">
          <MessageForm id={randomUUID()} about={last.id} label={t("answer")} />
        </div>
      )}
    </article>
  );
}
