import { contactAddress } from "@/domain/contact-point";
import type { ChangedValues, MyPage } from "@/domain/my-page";
import { showContactPoint } from "./contact-value";

type Field = MyPage["changes"][number]["field"];
type Point = MyPage["contactPoints"][number];

/** How a way to be reached reads: a number as people write it, an address in its country's order. */
function shownPoint({ kind, value, extension, address }: Omit<Point, "id" | "version">) {
  const parsed = contactAddress.safeParse(address).data ?? null;
  const point = { id: "", kind, value, extension, address: parsed, isPrimary: false };
  return showContactPoint(point).shown;
}

/** How the values of a correction read; null for what the interface has words for, and for nothing. */
function shownValues(field: Field, values: ChangedValues): string | null {
  const { salutation, title, given_name, family_name, name, value = null } = values;
  if (field === "name") {
    const parts = name === undefined ? [salutation, title, given_name, family_name] : [name];
    return parts.filter(Boolean).join(" ") || null;
  }
  if (field === "address") {
    const address = contactAddress.safeParse(values.address).data;
    return address ? shownOf("postal", "", null, address) : null;
  }
  if (field === "phone" && value !== null) return shownOf("phone", value, values.extension ?? null);
  return value;
}

function shownOf(
  kind: Point["kind"],
  value: string,
  extension: string | null,
  address: Point["address"] = null,
) {
  return shownPoint({ kind, value, extension, address, isVerified: false, mayContact: null });
}

/** A correction with how its values read. */
export function showChange<
  Change extends Pick<MyPage["changes"][number], "field" | "before" | "after">,
>(change: Change) {
  return {
    ...change,
    shownBefore: shownValues(change.field, change.before),
    shownAfter: shownValues(change.field, change.after),
  };
}

/** A customer's page with how everything reads. */
export function showMyPage(page: MyPage) {
  const shown = (points: readonly Point[]) =>
    points.map((point) => ({ ...point, shown: shownPoint(point) }));
  return {
    ...page,
    contactPoints: shown(page.contactPoints),
    organizations: page.organizations.map((one) => ({
      ...one,
      contactPoints: shown(one.contactPoints),
    })),
    changes: page.changes.map(showChange),
  };
}
