"use client";

import { useEffect } from "react";
import "./globals.css";
import { digestOf } from "./_ui/error-digest";

/** Both languages at once: where the root layout failed, nobody knows the reader's. */
const texts = [
  {
    lang: "de",
    title: "Spur ließ sich nicht laden",
    text: "Gespeicherte Daten sind davon nicht betroffen. Meist hilft ein zweiter Versuch.",
    retry: "Erneut versuchen",
    reference: "Kennung",
  },
  {
    lang: "en",
    title: "Spur could not be loaded",
    text: "Saved data is not affected. A second try usually helps.",
    retry: "Try again",
    reference: "Reference",
  },
];

/** As `buttonStyle`, which every page would carry along a second time for its sake. */
const button =
  "inline-flex control-md items-center justify-center rounded-8 px-3 text-14 font-medium";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <html lang="de" data-theme="system">
      <body>
        <title>Spur</title>
        <main className="mx-auto grid min-h-dvh max-w-md content-center gap-10 px-6">
          {texts.map(({ lang, title, text, retry: label, reference }) => (
            <section key={lang} lang={lang}>
              <h1 className="text-20 font-semibold">{title}</h1>
              <p className="mt-1 mb-4 text-muted">{text}</p>
              <button
                type="button"
                className={`${button} bg-accent text-on-accent hover:bg-accent-hover`}
                onClick={retry}
              >
                {label}
              </button>
              {digest && (
                <p className="mt-3 text-12 text-faint">
                  {reference}: {digest}
                </p>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
