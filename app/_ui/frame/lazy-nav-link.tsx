"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";
import { quietMoment } from "@/app/_late/quiet-moment";

const [NavLink] = deferred(async () => {
  await quietMoment();
  return (await import("./nav-link")).NavLink;
});

/** A link of the navigation. As the server drew it, it leads there as well: its code can wait. */
export function LazyNavLink(props: ComponentProps<typeof NavLink>) {
  return (
    <Suspense fallback={<span className="block size-10" />}>
      <NavLink {...props} />
    </Suspense>
  );
}
