import { slugPattern } from "@/domain/workspace-slug";

type Params = { params: Promise<{ slug: string }> };

/**
 * `<script src=".../contact/<slug>/embed.js"></script>` puts the contact page where it stands, as
 * high as its content. Asks for nothing but to run and to show a frame of this origin.
 */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  if (!slugPattern.test(slug)) return new Response(null, { status: 404 });
  return new Response(script, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}

const script = `(() => {
  const own = document.currentScript;
  const page = new URL(own.src.replace(/\\/embed\\.js.*$/, ""));
  const language = own.dataset.lang || document.documentElement.lang.slice(0, 2);
  if (language === "de" || language === "en") page.searchParams.set("lang", language);
  const frame = document.createElement("iframe");
  frame.src = page.href;
  frame.title = own.dataset.title || "Kontakt · Contact";
  frame.loading = "lazy";
  frame.style.cssText = "width:100%;border:0;height:720px;color-scheme:auto";
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== page.origin) return;
    const height = Number(data && data.spurHeight);
    if (height > 0 && height < 20000) frame.style.height = height + "px";
  });
  own.after(frame);
})();
`;
