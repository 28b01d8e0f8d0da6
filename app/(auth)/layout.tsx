import type { ReactNode } from "react";
import { EntryShell } from "@/app/_entry/entry-shell";
import { Hills } from "@/app/_entry/hills";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Trpc } from "@/app/_trpc/client";
import { TypedEmail } from "./typed-email";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <EntryShell>
      <ClientMessages namespaces={["auth", "errors"]}>
        <Trpc>
          <Hills />
          <TypedEmail>
            <div className="mx-auto w-full max-w-sm">{children}</div>
          </TypedEmail>
        </Trpc>
      </ClientMessages>
    </EntryShell>
  );
}
