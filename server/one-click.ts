import { createContext } from "./context";
import { errorCodeOf } from "./errors";
import { limitBody } from "./request-guard";
import { appRouter } from "./router";
import { createCallerFactory } from "./trpc";

const callerOf = createCallerFactory(appRouter);

/**
 * The button "unsubscribe" of a mail program (RFC 8058): a POST from anywhere, without cookies, whose
 * body says List-Unsubscribe=One-Click. The token in the address is all the right that it needs.
 */
export async function unsubscribeByOneClick(request: Request): Promise<Response> {
  try {
    const form = await (await limitBody(request)).formData();
    if (form.get("List-Unsubscribe") !== "One-Click") return new Response(null, { status: 400 });
    const caller = callerOf(
      createContext({
        headers: new Headers({ "x-forwarded-for": request.headers.get("x-forwarded-for") ?? "" }),
        cookies: { getAll: () => [], setAll: () => {} },
      }),
    );
    const token = new URL(request.url).searchParams.get("token") ?? "";
    await caller.subscriptionLink.unsubscribeByOneClick({ token });
    return new Response(null, { status: 200 });
  } catch (error) {
    const code = errorCodeOf(error);
    // A program repeats what failed on our side, and gives up on what can never work.
    const isOurs = code === "backend_unreachable" || code === "too_slow" || code === "internal";
    return new Response(null, { status: isOurs ? 503 : 404 });
  }
}
