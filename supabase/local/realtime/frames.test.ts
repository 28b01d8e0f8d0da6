import { describe, expect, test } from "vitest";
import { encodeFrame, type Inbound, parseFrame, SharedFrame } from "./frames";

const bytes = (...parts: (number[] | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(typeof part === "string" ? part : part)));

describe("parseFrame", () => {
  const pushed: Inbound = {
    kind: "push",
    joinRef: "1",
    ref: "2",
    topic: "realtime:t",
    event: "e",
    payload: { a: 1 },
  };

  test("reads arrays in 2.0.0 and objects in 1.0.0", () => {
    const array = Buffer.from('["1","2","realtime:t","e",{"a":1}]');
    const { joinRef: join_ref, ref, topic, event, payload } = pushed;
    const object = Buffer.from(JSON.stringify({ join_ref, ref, topic, event, payload }));
    expect(parseFrame(array, false, "2.0.0")).toEqual(pushed);
    expect(parseFrame(object, false, "1.0.0")).toEqual(pushed);
    expect(parseFrame(array, false, "1.0.0")).toBeUndefined();
    expect(parseFrame(object, false, "2.0.0")).toBeUndefined();
  });

  test("reads binary user broadcasts, with multi-byte names and empty refs", () => {
    const frame = bytes([3, 0, 1, 12, 2, 2, 1], "7", "realtime:ä!", "é", "{}", "[1]");
    expect(parseFrame(frame, true, "2.0.0")).toEqual({
      kind: "broadcast",
      joinRef: null,
      ref: "7",
      topic: "realtime:ä!",
      event: "é",
      body: { encoding: "json", json: "[1]" },
    });
    expect(parseFrame(frame, true, "1.0.0")).toBeUndefined();
  });

  test.each([
    ["nothing", bytes()],
    ["another kind", bytes([0, 0, 0, 0, 0, 0, 1], "{}")],
    ["lengths beyond the end", bytes([3, 255, 255, 255, 255, 255, 1])],
    ["a payload that is no JSON", bytes([3, 0, 0, 1, 1, 0, 1], "te{")],
    ["an unknown encoding", bytes([3, 0, 0, 1, 1, 0, 2], "te{}")],
    ["a topic that is no UTF-8", bytes([3, 0, 0, 1, 1, 0, 0, 255], "e")],
  ])("refuses %s", (_, frame) => {
    expect(parseFrame(frame, true, "2.0.0")).toBeUndefined();
  });
});

describe("encodeFrame", () => {
  test("writes broadcasts without refs, one for every socket of a version", () => {
    const shared = new SharedFrame("t", {
      kind: "broadcast",
      event: "e",
      json: '{"a":1}',
      id: "i",
    });
    expect(shared.in("2.0.0")).toBe(shared.in("2.0.0"));
    const payload = { type: "broadcast", event: "e", payload: { a: 1 }, meta: { id: "i" } };
    expect(JSON.parse(String(shared.in("2.0.0")?.data))).toEqual([
      null,
      null,
      "t",
      "broadcast",
      payload,
    ]);
    expect(JSON.parse(String(shared.in("1.0.0")?.data))).toEqual({
      topic: "t",
      event: "broadcast",
      payload,
      ref: null,
    });
  });

  test("writes user broadcasts as binary kind 4, and raw bytes not at all in 1.0.0", () => {
    const json = {
      kind: "userBroadcast",
      event: "é",
      body: { encoding: "json", json: "1" },
    } as const;
    expect(encodeFrame("t", json, "2.0.0")).toEqual({
      binary: true,
      data: bytes([4, 1, 2, 0, 1], "t", "é", "1"),
    });
    const raw = { ...json, body: { encoding: "binary", bytes: Buffer.from([9]) } } as const;
    expect(encodeFrame("t", raw, "2.0.0")?.data).toEqual(bytes([4, 1, 2, 0, 0], "t", "é", [9]));
    expect(encodeFrame("t", raw, "1.0.0")).toBeUndefined();
  });
});
