import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/supabase/database.types";

type Functions = Database["public"]["Functions"];

/** A numeric goes as decimal text, because a number of JavaScript would round it. */
type Exact<Arg> = Arg extends number ? Arg | string : Arg;

/** The generator cannot see that an argument may be null, or be left to its default. */
type Nullable<Args> = {
  [Name in keyof Args]: Record<never, never> extends Pick<Args, Name>
    ? Exact<Args[Name]> | null | undefined
    : Exact<Args[Name]> | null;
};

type NullableFunctions = {
  [Name in keyof Functions]: Functions[Name]["Args"] extends Record<PropertyKey, never>
    ? Functions[Name]
    : Omit<Functions[Name], "Args"> & { Args: Nullable<Functions[Name]["Args"]> };
};

type Schema = Omit<Database["public"], "Functions"> & { Functions: NullableFunctions };

export type BackendSchema = { public: Schema };

/** A client of the API in the name of one user, or of nobody. */
export type Backend = SupabaseClient<BackendSchema, "public">;
