import {
  type ContactPageSettings,
  parseContactPageSettings,
  updateContactPage,
} from "@/domain/contact-page-settings-input";
import { snakeKeys } from "@/domain/letter-case";
import { SpurError } from "../errors";
import { memberProcedure, router } from "../trpc";
import { unwrapEdit, unwrapRow } from "../unwrap";

const columns =
  "isOpen:is_open, titles, introductions, thanks, logo, consentTexts:consent_texts, privacyUrl:privacy_url, fields, questions, listIds:list_ids, hasMyPage:has_my_page, changeRules:change_rules, assignment, memberId:member_id, teamId:team_id, version";

export const contactPageSettingsRouter = router({
  read: memberProcedure.query(async ({ ctx }) => {
    const pages = ctx.supabase.from("contact_pages").select(columns);
    const read = await pages.eq("workspace_id", ctx.workspaceId).maybeSingle();
    return parsed(unwrapRow(read, "workspace_not_found"));
  }),

  update: memberProcedure.input(updateContactPage).mutation(async ({ ctx, input }) => {
    const pages = () => ctx.supabase.from("contact_pages");
    const edit = pages()
      .update(snakeKeys(input.page))
      .eq("workspace_id", ctx.workspaceId)
      .eq("version", input.version);
    const row = await unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      pages().select("version").eq("workspace_id", ctx.workspaceId).maybeSingle(),
    );
    return parsed(row);
  }),
});

function parsed(row: unknown): ContactPageSettings {
  const page = parseContactPageSettings(row);
  if (!page)
    throw new SpurError("internal", { cause: new Error("unexpected row of contact_pages") });
  return page;
}
