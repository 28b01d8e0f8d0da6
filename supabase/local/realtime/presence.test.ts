import type { RealtimeChannel } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestServer, subscribe, type TestServer } from "./test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const names = (channel: RealtimeChannel) =>
  Object.values(channel.presenceState<{ name: string }>())
    .flat()
    .map((it) => it.name)
    .sort()
    .join();

describe.each(["1.0.0", "2.0.0"] as const)("presence, protocol %s", (version) => {
  const open = async (topic: string, key = "") => {
    const client = await server.client({ version });
    const config = { presence: { enabled: true, key } };
    const channel = client.channel(`${topic}:${version}`, { config });
    const events: string[] = [];
    channel.on("presence", { event: "join" }, (it) => events.push(`join ${it.key}`));
    channel.on("presence", { event: "leave" }, (it) => events.push(`leave ${it.key}`));
    await subscribe(channel);
    return { client, channel, events };
  };

  test("tells who is there, who comes and who goes", async () => {
    const ada = await open("room", "ada");
    expect(await ada.channel.track({ name: "Ada" })).toBe("ok");
    const bob = await open("room", "bob");
    await eventually(() => names(bob.channel) === "Ada");
    await bob.channel.track({ name: "Bob" });
    await eventually(() => names(ada.channel) === "Ada,Bob");
    await bob.channel.untrack();
    await eventually(() => names(ada.channel) === "Ada");
    expect(ada.events).toContain("join bob");
    expect(ada.events).toContain("leave bob");
  });

  test("an update replaces what was tracked", async () => {
    const [ada, bob] = [await open("update", "ada"), await open("update", "bob")];
    await ada.channel.track({ name: "Ada" });
    await eventually(() => names(bob.channel) === "Ada");
    await ada.channel.track({ name: "Ada L." });
    await eventually(() => names(bob.channel) === "Ada L.");
  });

  test("a lost connection is a leave", async () => {
    const [ada, bob] = [await open("lost"), await open("lost")];
    await ada.channel.track({ name: "Ada" });
    await eventually(() => names(bob.channel) === "Ada");
    await ada.client.disconnect();
    await eventually(() => names(bob.channel) === "");
  });

  test("two of one key stand beside each other", async () => {
    const [phone, laptop] = [await open("tabs", "ada"), await open("tabs", "ada")];
    await phone.channel.track({ name: "phone" });
    await laptop.channel.track({ name: "laptop" });
    await eventually(() => names(phone.channel) === "laptop,phone");
    expect(Object.keys(phone.channel.presenceState())).toEqual(["ada"]);
    await phone.client.disconnect();
    await eventually(() => names(laptop.channel) === "laptop");
  });

  test("a client that did not ask for presence is seen, and sees others once it tracks", async () => {
    const ada = await open("quiet", "ada");
    await ada.channel.track({ name: "Ada" });
    const client = await server.client({ version });
    const channel = client.channel(`quiet:${version}`);
    await subscribe(channel);
    expect(names(channel)).toBe("");
    await channel.track({ name: "Bob" });
    await eventually(() => names(ada.channel) === "Ada,Bob");
    await eventually(() => names(channel) === "Ada,Bob");
  });
});

test("more presence messages than a hosted project allows end the channel", async () => {
  const channel = (await server.client()).channel("chatty");
  const { statuses } = await subscribe(channel);
  for (let n = 0; n < 5; n += 1) expect(await channel.track({ n })).toBe("ok");
  channel.track({ n: 5 });
  await eventually(() => statuses.includes("CLOSED"));
});
