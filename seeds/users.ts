import { randomUUID } from "node:crypto";
import type { Database } from "./database";

/** The password of every seeded user: these are demo characters, on a stack that nobody else reaches. */
export const SEED_PASSWORD = "spur-demo-2026";

/** bcrypt rounds. Auth takes any; ten a user would make seeding a team the slowest part of a test. */
const ROUNDS = 6;

export type NewUser = { id?: string; email: string; password?: string };

/**
 * Users who can sign in with their password and have confirmed their address, written as GoTrue
 * writes them: a user, and an identity of the provider `email`. The empty tokens are meant: GoTrue
 * fails on null ones. An address that is already known keeps its user.
 * @returns the ids by address
 */
export async function addUsers(
  database: Database,
  users: readonly NewUser[],
): Promise<Map<string, string>> {
  const wanted = users.map(({ id, email, password }) => ({
    id: id ?? randomUUID(),
    email: email.toLowerCase(),
    password: password ?? SEED_PASSWORD,
  }));
  // One hash a password, not a user: the salt is there to protect secrets, and this is none.
  await database.query(
    `with wanted as (
      select * from jsonb_to_recordset($1) as w (id uuid, email text, password text)
    ), hashed as materialized (
      select password, extensions.crypt(password, extensions.gen_salt('bf', ${ROUNDS})) as hash
      from (select distinct password from wanted) p
    ), added as (
      insert into auth.users (instance_id, id, aud, role, email, encrypted_password,
        email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
        confirmation_token, recovery_token, email_change, email_change_token_new)
      select '00000000-0000-0000-0000-000000000000', w.id, 'authenticated', 'authenticated', w.email,
        h.hash, now(), '{"provider":"email","providers":["email"]}', '{}', now(), now(), '', '', '', ''
      from wanted w join hashed h using (password)
      where not exists (select 1 from auth.users u where u.email = w.email)
      returning id, email
    )
    insert into auth.identities (provider, provider_id, user_id, identity_data, last_sign_in_at,
      created_at, updated_at)
    select 'email', a.id::text, a.id, jsonb_build_object('sub', a.id, 'email', a.email,
      'email_verified', true, 'phone_verified', false), now(), now(), now()
    from added a`,
    [JSON.stringify(wanted)],
  );
  const { rows } = await database.query<{ id: string; email: string }>(
    "select id, email from auth.users where email = any ($1)",
    [wanted.map(({ email }) => email)],
  );
  return new Map(rows.map(({ id, email }) => [email, id]));
}
