import { beforeEach, describe, expect, it } from "vitest";
import { currentToasts, dismissToast, showToast, subscribeToasts } from "./toast-store";

beforeEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
});

describe("toasts", () => {
  it("keep the three newest", () => {
    for (const title of ["a", "b", "c", "d"]) showToast({ title });
    expect(currentToasts().map((toast) => toast.title)).toEqual(["b", "c", "d"]);
  });

  it("replace the one with the same id in its place", () => {
    showToast({ id: "import", title: "10 %" });
    showToast({ title: "other" });
    showToast({ id: "import", title: "20 %" });
    expect(currentToasts().map((toast) => toast.title)).toEqual(["20 %", "other"]);
  });

  it("give an action more time and let errors stay", () => {
    showToast({ title: "moved", action: { label: "Undo", run: () => {} } });
    showToast({ title: "failed", tone: "error" });
    expect(currentToasts().map((toast) => toast.duration)).toEqual([8_000, 0]);
  });

  it("tell their listeners", () => {
    let told = 0;
    const leave = subscribeToasts(() => told++);
    dismissToast(showToast({ title: "a" }));
    leave();
    showToast({ title: "b" });
    expect(told).toBe(2);
  });
});
