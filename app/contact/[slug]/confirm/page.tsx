import { confirmSubscription } from "../link-actions";
import { type LinkQuery, SubscriptionPage } from "../subscription-page";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<LinkQuery> };

/** The second half of the double opt-in. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  return (
    <SubscriptionPage
      purpose="confirmList"
      slug={(await params).slug}
      query={await searchParams}
      action={confirmSubscription}
      isDone={({ status }) => status === "accepted"}
    />
  );
}
