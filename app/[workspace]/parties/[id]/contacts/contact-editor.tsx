"use client";

import { useTranslations } from "next-intl";
import { ContactForm } from "../../../contacts/contact-form";
import { FieldProblem } from "../../../fields/field-problem";
import { useFieldEnd } from "../../../presence/use-field-focus";
import { useWorkspace } from "../../../workspace-context";
import { type Opened, useOpened } from "../party-context";
import { AddressForm } from "./address-form";
import { typedText } from "./contact-text";
import { useContactEdit } from "./use-contact-edit";

type Point = Opened["contactPoints"][number];
type ContactEditorProps = { point: Point; onClose: () => void };

/** The address itself, edited in place of the row that shows it. */
export function ContactEditor({ point, onClose }: ContactEditorProps) {
  const edit = useContactEdit(point, onClose);
  const { state } = edit;
  useFieldEnd();
  return (
    <li data-field={point.id} className="py-0.5">
      {state === undefined ? (
        <Form edit={edit} onClose={onClose} />
      ) : (
        <FieldProblem
          state={state}
          words={String}
          onKeepMine={edit.again}
          onRetry={() => edit.again(edit.base.version)}
          onForget={onClose}
        />
      )}
    </li>
  );
}

type FormProps = { edit: ReturnType<typeof useContactEdit>; onClose: () => void };

function Form({ edit, onClose }: FormProps) {
  const t = useTranslations("party.contacts");
  const { timeZone } = useWorkspace();
  const { name } = useOpened().opened.party;
  const { kind, address, verifiedAt } = edit.base;
  if (kind === "postal") {
    return (
      <AddressForm {...(address && { address })} onSave={edit.saveAddress} onClose={onClose} />
    );
  }
  return (
    <ContactForm
      name={name}
      text={typedText(edit.base)}
      hint={verifiedAt === null ? undefined : t("unproved")}
      onSave={(text) => edit.save({ typed: { kind, text, timeZone } }, text)}
      onClose={onClose}
    />
  );
}
