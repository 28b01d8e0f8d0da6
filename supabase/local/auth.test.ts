import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole, client, mailsTo, newEmail, PASSWORD, query, signedUp } from "./fixtures/clients";
import { readTrustedJwt } from "./jwt";
import type { Stack } from "./stack";
import { startEphemeralStack } from "./testing";

const migrationsDir = fileURLToPath(new URL("./fixtures/migrations", import.meta.url));
let stack: Stack;

beforeAll(async () => {
  stack = await startEphemeralStack({ migrationsDir });
}, 60_000);
afterAll(() => stack.stop());

describe("signing in", () => {
  it("signs up, in with the password, refreshes, and out", async () => {
    const { email, supabase } = await signedUp(stack);
    const again = client(stack);
    expect((await again.auth.signInWithPassword({ email, password: "wrong" })).error?.code).toBe(
      "invalid_credentials",
    );
    const signedIn = await again.auth.signInWithPassword({ email, password: PASSWORD });
    expect(signedIn.data.user?.email).toBe(email);
    const refreshed = await again.auth.refreshSession();
    expect(refreshed.data.session?.refresh_token).not.toBe(signedIn.data.session?.refresh_token);
    expect((await again.auth.signOut({ scope: "local" })).error).toBeNull();
    expect((await supabase.auth.getUser()).data.user?.email).toBe(email);
  });

  it("refreshes once for requests of one page, however close they come, until they sign out", async () => {
    const { session } = await signedUp(stack);
    const refresh = async () => {
      const page = client(stack);
      const { data } = await page.auth.refreshSession({ refresh_token: session.refresh_token });
      return { page, token: data.session?.refresh_token };
    };
    const first = await refresh();
    const others = await Promise.all([refresh(), refresh(), refresh()]);
    expect(first.token).toBeTruthy();
    for (const { token } of others) expect(token).toBe(first.token);
    expect((await first.page.auth.signOut({ scope: "local" })).error).toBeNull();
    expect((await refresh()).token).toBeUndefined();
  });

  it("ends every session of a person with a global sign-out", async () => {
    const { email, session } = await signedUp(stack);
    const tablet = client(stack);
    await tablet.auth.signInWithPassword({ email, password: PASSWORD });
    expect((await tablet.auth.signOut({ scope: "global" })).error).toBeNull();

    const phone = client(stack);
    const refreshed = await phone.auth.refreshSession({ refresh_token: session.refresh_token });
    expect(refreshed.data.session).toBeNull();
    const asked = await phone.auth.getUser(session.access_token);
    expect(asked.error?.name).toBe("AuthSessionMissingError");
  });

  it("changes the password through a recovery mail", async () => {
    const { email } = await signedUp(stack);
    const supabase = client(stack);
    await supabase.auth.resetPasswordForEmail(email);
    const [mail] = await mailsTo(stack, email);
    const link = new URL(mail?.links[0] ?? "");
    expect(link.searchParams.get("type")).toBe("recovery");
    const token_hash = link.searchParams.get("token_hash") ?? "";
    expect((await supabase.auth.verifyOtp({ token_hash, type: "recovery" })).error).toBeNull();
    expect((await supabase.auth.updateUser({ password: "another horse" })).error).toBeNull();
    const { error } = await client(stack).auth.signInWithPassword({
      email,
      password: "another horse",
    });
    expect(error).toBeNull();
  });

  it.each(["email", "magiclink"] as const)("takes a mailed link once as %s", async (type) => {
    const email = newEmail();
    const supabase = client(stack);
    await supabase.auth.signInWithOtp({ email });
    const [mail] = await mailsTo(stack, email);
    const link = new URL(mail?.links[0] ?? "");
    expect(link.href).toMatch(/^http:\/\/localhost:3000\/auth\/confirm\?token_hash=.+&type=email/);
    const token_hash = link.searchParams.get("token_hash") ?? "";
    const verified = await supabase.auth.verifyOtp({ token_hash, type });
    expect(verified.data.user?.email).toBe(email);
    expect((await client(stack).auth.verifyOtp({ token_hash, type })).error?.code).toBe(
      "otp_expired",
    );
  });

  it("takes the code of the mail", async () => {
    const email = newEmail();
    const supabase = client(stack);
    await supabase.auth.signInWithOtp({ email });
    const [mail] = await mailsTo(stack, email);
    const token = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
    expect((await supabase.auth.verifyOtp({ email, token, type: "email" })).error).toBeNull();
  });
});

describe("what the Auth server lacks of GoTrue", () => {
  it("gives tokens the claims of GoTrue, also after a refresh", async () => {
    const { supabase, userId, email, session } = await signedUp(stack, { name: "Max" });
    const refreshed = await supabase.auth.refreshSession();
    for (const token of [session.access_token, refreshed.data.session?.access_token ?? ""]) {
      expect(readTrustedJwt(token)).toMatchObject({
        iss: `${stack.url}/auth/v1`,
        aud: "authenticated",
        role: "authenticated",
        sub: userId,
        email,
        session_id: expect.any(String),
        aal: "aal1",
        is_anonymous: false,
        app_metadata: { provider: "email" },
        user_metadata: { name: "Max" },
      });
    }
  });

  it("stores metadata as JSON objects, not as JSON in a string", async () => {
    const { supabase, userId } = await signedUp(stack, { name: "Max" });
    await supabase.auth.updateUser({ data: { name: "Maxinchen" } });
    const [row] = await query(
      asRole(stack, "supabase_admin"),
      `select u.raw_user_meta_data ->> 'name' as name, jsonb_typeof(u.raw_app_meta_data) as app,
         jsonb_typeof(i.identity_data) as identity, i.email
       from auth.users u join auth.identities i on i.user_id = u.id where u.id = $1`,
      [userId],
    );
    expect(row).toMatchObject({ name: "Maxinchen", app: "object", identity: "object" });
    expect(row?.email).toContain("@example.com");
  });

  it("leads mail links back to where the request came from, but never out of the site", async () => {
    const email = newEmail();
    const ask = async (emailRedirectTo: string, after = "") => {
      await client(stack).auth.signInWithOtp({ email, options: { emailRedirectTo } });
      const [mail] = await mailsTo(stack, email, after);
      return { id: mail?.id, next: new URL(mail?.links[0] ?? "").searchParams.get("next") };
    };
    const first = await ask("http://localhost:3000/de/board?view=1&team=2");
    expect(first.next).toBe("http://localhost:3000/de/board?view=1&team=2");
    const second = await ask("https://evil.example/", first.id);
    expect(second.next).toBe("http://localhost:3000");
  });

  it("signs in users that were seeded with SQL, as a hosted project does", async () => {
    const email = newEmail();
    await query(
      stack.databaseUrl,
      `with person as (
         insert into auth.users (instance_id, id, aud, role, email, encrypted_password,
           email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
           confirmation_token, recovery_token, email_change, email_change_token_new)
         values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated',
           'authenticated', $1, crypt($2, gen_salt('bf')), now(),
           '{"provider":"email","providers":["email"]}', '{"name":"Seed"}', now(), now(),
           '', '', '', '')
         returning id
       )
       insert into auth.identities (user_id, provider_id, provider, identity_data)
       select id, id, 'email', jsonb_build_object('sub', id, 'email', $1::text) from person`,
      [email, PASSWORD],
    );
    const { data } = await client(stack).auth.signInWithPassword({ email, password: PASSWORD });
    expect(data.user?.user_metadata).toMatchObject({ name: "Seed" });
  });
});

describe("what the Auth server would do to the database", () => {
  it("leaves auth.uid() reading both kinds of settings", async () => {
    const { supabase, userId, email } = await signedUp(stack);
    const { data } = await supabase.rpc("who_am_i");
    expect(data).toMatchObject({
      user: "authenticated",
      uid: userId,
      role: "authenticated",
      email,
    });
    const [old] = await query(
      stack.databaseUrl,
      "select set_config('request.jwt.claim.sub', $1, false), auth.uid() as uid",
      [userId],
    );
    expect(old?.uid).toBe(userId);
    await expect(
      query(
        asRole(stack, "supabase_auth_admin"),
        "create or replace function auth.uid() returns uuid language sql as 'select null::uuid'",
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it("grants nothing to anybody by itself", async () => {
    const grants = () =>
      query(
        stack.databaseUrl,
        `select relname, relacl::text from pg_class
         where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by 1`,
      );
    const before = await grants();
    await signedUp(stack);
    expect(await grants()).toEqual(before);
    const [row] = await query(
      stack.databaseUrl,
      "select has_table_privilege('anon', 'public.notes', 'select') as may",
    );
    expect(row?.may).toBe(false);
  });
});

it("survives many people signing in at the same moment", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => signedUp(stack)));
  const users = await Promise.all(people.map(({ supabase }) => supabase.auth.getUser()));
  expect(users.map(({ data }) => data.user?.email)).toEqual(people.map(({ email }) => email));
});
