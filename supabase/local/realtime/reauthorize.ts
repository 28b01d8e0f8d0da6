import { AuthorizationUnavailable, type Question } from "./authorize";
import type { Channel } from "./channel";
import type { Services } from "./services";

/**
 * Asks the policies again for every private channel, so that a person who has lost a right is cut off
 * within `everyMs` and the time of one round, without leaving or refreshing a token.
 *
 * Hosted Supabase waits for the next token; a board that keeps arriving at a former member's screen
 * for an hour is not worth being faithful to. Channels of one user on one topic share one question,
 * and a round asks one at a time, so that it never competes with joins.
 *
 * @returns a function that stops it
 */
export function reauthorizePeriodically(
  channels: () => Iterable<Channel>,
  services: Services,
  everyMs: number,
): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const round = async () => {
    for (const { question, members } of groupByQuestion(channels())) {
      if (stopped) return;
      await reauthorize(question, members, services);
    }
  };
  const schedule = () => {
    timer = setTimeout(() => {
      round()
        .catch((error: unknown) => services.log("error", `re-authorisation: ${String(error)}`))
        .finally(() => {
          if (!stopped) schedule();
        });
    }, everyMs).unref();
  };
  schedule();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

type Group = { question: Question; members: Channel[] };

function groupByQuestion(channels: Iterable<Channel>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const channel of channels) {
    const { question } = channel;
    if (!question) continue;
    const { topic, identity, headers } = question;
    const key = JSON.stringify([topic, identity.credential, headers]);
    const group = groups.get(key);
    if (group) group.members.push(channel);
    else groups.set(key, { question, members: [channel] });
  }
  return groups.values();
}

async function reauthorize(question: Question, members: Channel[], services: Services) {
  try {
    const reads = await services.authorizer.read(question);
    for (const member of members) member.applyReads(question.identity.credential, reads);
  } catch (error) {
    if (!(error instanceof AuthorizationUnavailable)) throw error;
    services.log("error", `re-authorisation of ${question.topic}: ${String(error.cause)}`);
    for (const member of members) member.shutdown(error.message);
  }
}
