import { expect, test } from "vitest";
import { draftOf, fieldsOf } from "./contact-list-draft";

test("a list is sent with the languages that were filled in, and not without a name", () => {
  const draft = draftOf(null);
  expect(fieldsOf(draft)).toBeNull();
  expect(fieldsOf({ ...draft, names: { de: " ", en: " News " } })).toEqual({
    kind: "newsletter",
    names: { en: "News" },
    descriptions: null,
    isOffered: false,
  });
});

test("a description may be in another language than the name", () => {
  const draft = { ...draftOf(null), names: { de: "Neues", en: "" } };
  const sent = fieldsOf({ ...draft, descriptions: { de: "", en: "Once a month" } });
  expect(sent).toMatchObject({ names: { de: "Neues" }, descriptions: { en: "Once a month" } });
});
