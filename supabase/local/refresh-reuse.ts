/** As GoTrue's `refresh_token_reuse_interval`, ms. */
const reuseInterval = 10_000;

type Kept = { status: number; headers: [string, string][]; body: string };

/**
 * Answers a refresh token that was used a moment ago with what it was answered then: requests of one
 * page come together, and only the first finds it unused. Lite throws the others out, and with
 * them the session.
 */
export function reuseRefreshes(forward: (request: Request) => Promise<Response>) {
  const answers = new Map<string, Promise<Kept>>();

  async function ask(token: string, request: Request): Promise<Kept> {
    const response = await forward(request);
    if (!response.ok) answers.delete(token);
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !/^content-(length|encoding)$/.test(name)),
      body: await response.text(),
    };
  }

  return async (request: Request): Promise<Response> => {
    // A session that is over, or whose password was changed, must not come back.
    if (/\/(logout|user)$/.test(new URL(request.url).pathname) && request.method !== "GET") {
      answers.clear();
    }
    const token = await refreshTokenOf(request);
    if (token === null) return await forward(request);
    let answer = answers.get(token);
    if (!answer) {
      answer = ask(token, request);
      answers.set(token, answer);
      answer.catch(() => answers.delete(token));
      setTimeout(() => answers.delete(token), reuseInterval).unref();
    }
    const { status, headers, body } = await answer;
    return new Response(body, { status, headers });
  };
}

async function refreshTokenOf(request: Request): Promise<string | null> {
  if (new URL(request.url).searchParams.get("grant_type") !== "refresh_token") return null;
  try {
    const { refresh_token: token }: { refresh_token?: unknown } = await request.clone().json();
    return typeof token === "string" ? token : null;
  } catch {
    // Lite says what is wrong with it.
    return null;
  }
}
