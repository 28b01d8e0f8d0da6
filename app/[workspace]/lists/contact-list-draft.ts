import type { ContactList } from "@/domain/contact-list-answers";
import type { ContactListKind } from "@/domain/contact-list-input";
import type { LocalizedText } from "@/domain/localized-text";

/** A list as its dialog holds it: every field is there, empty or not. */
export type ContactListDraft = {
  kind: ContactListKind;
  names: Required<LocalizedText>;
  descriptions: Required<LocalizedText>;
  isOffered: boolean;
};

/** The fields of a list; of none, those that a new one begins with. */
export function draftOf(list: ContactList | null): ContactListDraft {
  const empty = { de: "", en: "" };
  return {
    kind: list?.kind ?? "newsletter",
    names: { ...empty, ...list?.names },
    descriptions: { ...empty, ...list?.descriptions },
    isOffered: list?.isOffered ?? false,
  };
}

/** What is sent of a draft; null while it has a name in neither language. */
export function fieldsOf({ kind, names, descriptions, isOffered }: ContactListDraft) {
  const said = filled(names);
  return said && { kind, names: said, descriptions: filled(descriptions), isOffered };
}

function filled({ de, en }: Required<LocalizedText>): LocalizedText | null {
  const german = de.trim();
  const english = en.trim();
  if (german === "" && english === "") return null;
  return { ...(german !== "" && { de: german }), ...(english !== "" && { en: english }) };
}
