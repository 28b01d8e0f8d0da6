-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';

CREATE TABLE "public"."saved_views" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "owner_id" uuid NOT NULL, "name" text NOT NULL, "is_shared" boolean NOT NULL DEFAULT false, "parameters" text NOT NULL, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "saved_views_name_check" CHECK (((length(name) <= 100) AND (TRIM(BOTH FROM name) <> ''::text))), CONSTRAINT "saved_views_parameters_check" CHECK ((length(parameters) <= 8000)), CONSTRAINT "saved_views_pkey" PRIMARY KEY (id));

ALTER TABLE "public"."saved_views" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."saved_views" OWNER TO "postgres";

ALTER TABLE "public"."saved_views" ADD CONSTRAINT "saved_views_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."saved_views" ADD CONSTRAINT "saved_views_workspace_id_owner_id_fkey" FOREIGN KEY (workspace_id, owner_id) REFERENCES public.members(workspace_id, id) ON DELETE CASCADE;

CREATE INDEX saved_views_of_member ON public.saved_views USING btree (owner_id);

CREATE INDEX saved_views_owner ON public.saved_views USING btree (workspace_id, owner_id);

CREATE TRIGGER touch_saved_views BEFORE UPDATE ON public.saved_views FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE POLICY "Members change their own views" ON "public"."saved_views" FOR UPDATE TO "authenticated" USING ((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids))) WITH CHECK ((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids)));

CREATE POLICY "Members delete their own views, admins also shared ones" ON "public"."saved_views" FOR DELETE TO "authenticated" USING (((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids)) OR (is_shared AND (workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)))));

CREATE POLICY "Members read their own views and the shared ones of their works" ON "public"."saved_views" FOR SELECT TO "authenticated" USING (((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids)) OR (is_shared AND (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)))));

CREATE POLICY "Members save views of their own" ON "public"."saved_views" FOR INSERT TO "authenticated" WITH CHECK ((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids)));

COMMENT ON COLUMN "public"."saved_views"."parameters" IS 'Search parameters as `writeFilter` of domain/board-filter.ts says them, "group=owner&q=Dach". Readers leave out what they do not know.';

COMMENT ON TABLE "public"."saved_views" IS 'Filters and layouts of the board that members keep under a name, for themselves or for everybody.';

REVOKE ALL ON TABLE "public"."saved_views" FROM "authenticated";

GRANT DELETE, INSERT, SELECT ON TABLE "public"."saved_views" TO "authenticated";

REVOKE ALL ON TABLE "public"."saved_views" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."saved_views" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."saved_views" TO "service_role";

REVOKE ALL ("is_shared") ON TABLE "public"."saved_views" FROM "authenticated";

GRANT UPDATE ("is_shared") ON TABLE "public"."saved_views" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."saved_views" FROM "authenticated";

GRANT UPDATE ("name") ON TABLE "public"."saved_views" TO "authenticated";

REVOKE ALL ("parameters") ON TABLE "public"."saved_views" FROM "authenticated";

GRANT UPDATE ("parameters") ON TABLE "public"."saved_views" TO "authenticated";
