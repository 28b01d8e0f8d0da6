import { request } from "node:http";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client, signedUp } from "./fixtures/clients";
import type { Stack } from "./stack";
import { startEphemeralStack } from "./testing";

const migrationsDir = fileURLToPath(new URL("./fixtures/migrations", import.meta.url));
let stack: Stack;

beforeAll(async () => {
  stack = await startEphemeralStack({ migrationsDir });
}, 60_000);
afterAll(() => stack.stop());

describe("API keys", () => {
  it.each(["/rest/v1/notes", "/auth/v1/settings", "/realtime/v1/api/broadcast"])(
    "are needed for %s, also on this machine",
    async (path) => {
      const response = await fetch(stack.url + path, { headers: { origin: stack.url } });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ message: "No API key found in request" });
      const wrong = await fetch(stack.url + path, { headers: { apikey: "sb_publishable_wrong" } });
      expect(wrong.status).toBe(401);
      expect(await wrong.json()).toMatchObject({ message: "Invalid API key" });
    },
  );

  it("may stand in the query, and do not reach PostgREST as a filter", async () => {
    const { session } = await signedUp(stack);
    const response = await fetch(
      `${stack.url}/rest/v1/notes?select=id&apikey=${stack.publishableKey}`,
      { headers: { authorization: `Bearer ${session.access_token}` } },
    );
    expect(await response.json()).toEqual([]);
  });

  it("refuse the secret one from a browser", async () => {
    const response = await fetch(`${stack.url}/rest/v1/notes`, {
      headers: { apikey: stack.secretKey, "user-agent": "Mozilla/5.0" },
    });
    expect(response.status).toBe(401);
  });

  it("reject a token signed by somebody else", async () => {
    const [head, body] = (await signedUp(stack)).session.access_token.split(".");
    const response = await fetch(`${stack.url}/rest/v1/notes`, {
      headers: { apikey: stack.publishableKey, authorization: `Bearer ${head}.${body}.forged` },
    });
    expect(response.status).toBe(401);
  });
});

describe("the gateway", () => {
  it("answers browsers of any origin", async () => {
    const preflight = await fetch(`${stack.url}/rest/v1/notes`, {
      method: "OPTIONS",
      headers: { "access-control-request-headers": "apikey,prefer" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("apikey,prefer");
    const { session } = await signedUp(stack);
    const response = await fetch(`${stack.url}/rest/v1/notes`, {
      headers: { apikey: stack.publishableKey, authorization: `Bearer ${session.access_token}` },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toContain("Content-Range");
    expect(response.headers.get("content-range")).toBe("*/*");
  });

  it("says what it does not serve", async () => {
    expect((await fetch(`${stack.url}/nothing`)).status).toBe(404);
  });

  it("refuses a body that is too large", async () => {
    const response = await fetch(`${stack.url}/auth/v1/signup`, {
      method: "POST",
      headers: { apikey: stack.publishableKey, "content-type": "application/json" },
      body: JSON.stringify({ email: "x".repeat(1_100_000) }),
    });
    expect(response.status).toBe(413);
  });

  it("outlives clients that hang up or talk nonsense", async () => {
    await new Promise<void>((done) => {
      const socket = connect(Number(new URL(stack.url).port), "127.0.0.1", () => {
        socket.end("not http at all\r\n\r\n");
      });
      socket.on("close", () => done());
      socket.resume();
    });
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((done) => {
        const aborted = request(`${stack.url}/rest/v1/notes`, {
          method: "POST",
          headers: { apikey: stack.publishableKey, "content-length": 1000 },
        });
        aborted.on("error", () => done());
        aborted.write("[", () => aborted.destroy());
      });
    }
    expect((await fetch(`${stack.url}/auth/v1/health`)).status).toBe(200);
  });

  it("goes down and comes back on the same port, with the data and the sessions", {
    timeout: 90_000,
  }, async () => {
    const { supabase } = await signedUp(stack);
    await supabase.from("notes").insert({ body: "kept" });
    await stack.killApi();
    await expect(fetch(`${stack.url}/auth/v1/health`)).rejects.toThrow();
    await stack.restartApi();
    expect((await supabase.from("notes").select("body")).data).toEqual([{ body: "kept" }]);
    expect((await client(stack).auth.signInAnonymously()).error).not.toBeNull();
  });

  it("carries a broadcast from one person to another", async () => {
    const [max, erika] = [client(stack), client(stack)];
    const heard = new Promise((resolve) => {
      erika
        .channel("room")
        .on("broadcast", { event: "hello" }, resolve)
        .subscribe((status) => {
          if (status === "SUBSCRIBED") {
            void max.channel("room").httpSend("hello", { from: "Max" });
          }
        });
    });
    expect(await heard).toMatchObject({ payload: { from: "Max" } });
    await erika.removeAllChannels();
  });
});
