import { unsubscribe } from "../link-actions";
import { type LinkQuery, SubscriptionPage } from "../subscription-page";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<LinkQuery> };

/** Leaving a list, without signing in. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  return (
    <SubscriptionPage
      purpose="unsubscribe"
      slug={(await params).slug}
      query={await searchParams}
      action={unsubscribe}
      isDone={({ status }) => status === "unsubscribed"}
    />
  );
}
