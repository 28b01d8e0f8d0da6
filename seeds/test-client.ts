import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import ws from "ws";
import type { TestStack } from "@/supabase/tests/stack";

/** A client that signed in with address and password at the stack's Auth. */
export async function signIn(
  stack: Pick<TestStack, "url" | "publishableKey">,
  { email, password }: { email: string; password: string },
): Promise<SupabaseClient> {
  const client = createClient(stack.url, stack.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own; of this one only the `this` and `null` of its types differ.
    realtime: { transport: ws as unknown as typeof WebSocket },
  });
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return client;
}
