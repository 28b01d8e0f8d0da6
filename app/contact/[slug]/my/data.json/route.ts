import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import { readMyPage } from "../read-my-page";

type Params = { params: Promise<{ slug: string }> };

/** All that is held about the customer who is signed in, as a file to take along. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  try {
    const caller = await serverCaller();
    const [page, data] = await Promise.all([readMyPage(slug), caller.myPage.data()]);
    if (!page) return new Response(null, { status: 401 });
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${slug}-data.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const isSignedOut = codeOfServerError(error) === "not_signed_in";
    return new Response(null, { status: isSignedOut ? 401 : 503 });
  }
}
