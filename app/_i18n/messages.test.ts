import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messageArguments } from "./message-arguments";
import { de } from "./messages/de";
import { en } from "./messages/en";
import { namespaces } from "./namespaces";

/** Every message of a tree with its dotted key. */
function flatten(tree: object, prefix = ""): [key: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "object" ? flatten(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );
}

const german = new Map(flatten(de));
const english = new Map(flatten(en));

describe("messages", () => {
  it("have every namespace in both languages", () => {
    expect(Object.keys(de).sort()).toEqual([...namespaces].sort());
    expect(Object.keys(en).sort()).toEqual([...namespaces].sort());
  });

  it("have the same keys in German and English", () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it.each([...german.keys()])("%s takes the same arguments in both languages", (key) => {
    expect(messageArguments(english.get(key) ?? "")).toEqual(
      messageArguments(german.get(key) ?? ""),
    );
  });

  it.each([
    ["de", german],
    ["en", english],
  ] as const)("are valid and filled in %s", (locale, flat) => {
    for (const [key, message] of flat) {
      expect(message.trim(), key).not.toBe("");
      const values = Object.fromEntries(
        messageArguments(message).map((name) =>
          name.startsWith("<") ? [name.slice(1, -1), (chunks: string) => chunks] : [name, 2],
        ),
      );
      const translate = createTranslator({
        locale,
        messages: { message },
        onError: (error) => {
          throw error;
        },
      });
      expect(translate.markup("message", values), key).not.toBe("");
    }
  });
});

describe("messageArguments", () => {
  it("finds placeholders at every depth and tags", () => {
    expect(messageArguments("{n, plural, one {# of {total}} other {all}} <b>{ name }</b>")).toEqual(
      ["<b>", "n", "name", "total"],
    );
  });
});
