"use client";

import { Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { AnswerForm } from "./answer-form";
import { useAnswer } from "./use-answer";

type Answerable = { id: string; direction: string | null; isShared: boolean };

type AnswerProps = {
  communication: Answerable;
  /** Whom the answer goes to. */
  customer: string;
};

/** Below a message that a customer wrote by their pages: a button that opens an answer in place. */
export function Answer({ communication, customer }: AnswerProps) {
  const isOpenToAnswers = communication.isShared && communication.direction === "incoming";
  return isOpenToAnswers ? <AnswerHere id={communication.id} customer={customer} /> : null;
}

function AnswerHere({ id, customer }: { id: string; customer: string }) {
  const t = useTranslations("communication.answer");
  const toast = useToast();
  const { send, isSending, failure, forget } = useAnswer(id);
  const [isOpen, setOpen] = useState(false);
  const [body, setBody] = useState("");
  const isBegun = body.trim() !== "";
  const opener = useRef<HTMLButtonElement>(null);

  /** What was typed stays for the next time. */
  function close() {
    flushSync(() => setOpen(false));
    opener.current?.focus();
  }

  async function submit() {
    if (!(await send(body.trim()))) return;
    setBody("");
    toast.show({ title: t("sent", { name: customer }), tone: "success" });
    close();
  }

  if (isOpen) {
    return (
      <AnswerForm
        customer={customer}
        body={body}
        onBody={setBody}
        isSending={isSending}
        failure={failure}
        onSubmit={() => void submit()}
        onCancel={() => {
          forget();
          close();
        }}
      />
    );
  }
  return (
    <Button
      ref={opener}
      variant="ghost"
      size="sm"
      className="-ml-2.5 mt-1"
      icon={<Reply size={14} />}
      aria-label={isBegun ? undefined : t("actionTo", { name: customer })}
      onClick={() => setOpen(true)}
    >
      {t(isBegun ? "goOn" : "action")}
    </Button>
  );
}
