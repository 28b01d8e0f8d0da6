import { type Database, one } from "../database";
import type { DemoContext } from "./cards";

const list = "Stoffbrief";

const summer = {
  name: "Sommerkollektion",
  description: "Leinen und leichte Popeline für Gastronomie und Feste.",
  subjects: { de: "Leicht durch den Sommer", en: "Light through the summer" },
  bodies: {
    de: "Guten Tag,\n\ndie Sommerstoffe sind da: Leinen in zwölf Farben und eine Popeline, die nicht knittert.\n\nMuster schicken wir Ihnen gerne: https://fadenlauf.example/muster",
    en: "Hello,\n\nthe fabrics for summer are here: linen in twelve colours, and a poplin that does not crease.\n\nWe are glad to send you samples: https://fadenlauf.example/samples",
  },
};

const autumn = {
  name: "Herbststoffe",
  description: "Flanell und Strick. Wer antwortet, bekommt ein Musterheft.",
  subjects: { de: "Warm in den Herbst", en: "Warm into autumn" },
  bodies: {
    de: "Guten Tag,\n\nab sofort bekommen Sie bei uns Flanell in acht neuen Farben und Strickware aus Merinowolle.\n\nDas Musterheft liegt für Sie bereit: https://fadenlauf.example/herbst",
    en: "Hello,\n\nfrom now on we have flannel in eight new colours, and knitwear of merino wool.\n\nThe book of samples is waiting for you: https://fadenlauf.example/autumn",
  },
};

/** Readers of a list, one campaign that is over, and one that waits to be sent. */
export async function addDemoCampaigns(
  database: Database,
  { workspaceId, members, now }: DemoContext,
): Promise<void> {
  const { id: listId } = await one<{ id: string }>(
    database,
    "select id from public.contact_lists where workspace_id = $1 and name = $2",
    [workspaceId, list],
  );
  const ownerId = members.get("sophie")?.id;
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
  await addReaders(database, workspaceId, listId, daysAgo(120));
  const add = async (campaign: typeof summer, status: string, from: Date, until: Date) => {
    const { id } = await one<{ id: string }>(
      database,
      `insert into public.campaigns (workspace_id, name, description, status, starts_on, ends_on, budget, currency,
         subjects, bodies, owner_id, created_by, created_at)
       values ($1, $2, $3, $4, $5::timestamptz::date, $6::timestamptz::date, 1500, 'EUR', $7, $8, $9, $9, $5::timestamptz) returning id`,
      [
        workspaceId,
        campaign.name,
        campaign.description,
        status,
        from,
        until,
        campaign.subjects,
        campaign.bodies,
        ownerId,
      ],
    );
    await database.query(
      "insert into public.campaign_lists (workspace_id, campaign_id, list_id) values ($1, $2, $3)",
      [workspaceId, id, listId],
    );
    return id;
  };
  const sentId = await add(summer, "completed", daysAgo(60), daysAgo(20));
  await add(autumn, "planned", now, daysAgo(-45));
  await sendInThePast(database, sentId, daysAgo(58), ownerId);
  await giveOrigin(database, workspaceId, sentId);
}

/** Everybody with an address confirmed, but for a few whom a list also holds. */
async function addReaders(
  database: Database,
  workspaceId: string,
  listId: string,
  at: Date,
): Promise<void> {
  await database.query(
    `with reachable as (
       select distinct on (c.value) c.party_id, c.value, p.language,
         row_number() over (order by c.value) as place, p.name = 'Nordlicht Events GmbH' as is_known
       from public.contact_points c join public.parties p on p.id = c.party_id
       where c.workspace_id = $1 and c.kind = 'email'
         and not exists (select 1 from public.members m where m.party_id = p.id)
         and not exists (select 1 from public.workspaces w where w.party_id = p.id)
       order by c.value, c.id
     ), added as (
       insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status, created_at)
       select distinct on (r.party_id) $1, $2, r.party_id, r.value,
         case when r.language like 'en%' then 'en' else 'de' end,
         (case when r.is_known then 'accepted' when r.place % 9 = 0 then 'pending'
           when r.place % 13 = 0 then 'unsubscribed' else 'accepted' end)::public.subscription_status,
         $3
       from reachable r order by r.party_id, r.value
       on conflict do nothing
       returning id, status, email
     )
     insert into public.consents (workspace_id, subscription_id, status, origin, email, wording, proof, given_on, noted_at)
     select $1, a.id, a.status, 'import', a.email, 'Ja, ich möchte den Stoffbrief lesen.', 'Messeordner, Fach 3',
       $3::timestamptz::date, $3
     from added a`,
    [workspaceId, listId, at],
  );
}

/** As the worker would have left it: mails that arrived, one that came back, one whose reader left. */
async function sendInThePast(
  database: Database,
  campaignId: string,
  at: Date,
  ownerId: string | undefined,
): Promise<void> {
  await database.query(
    `with readers as (
       select s.*, row_number() over (order by s.email) as place, p.is_blacklisted
       from public.campaign_lists l
       join public.subscriptions s on s.workspace_id = l.workspace_id and s.list_id = l.list_id
       join public.parties p on p.workspace_id = s.workspace_id and p.id = s.party_id
       where l.campaign_id = $1
     ), mails as (
       insert into public.mails (workspace_id, template, locale, recipient, party_id, subject_id, campaign_id,
         status, attempts, sent_at, unsubscribed_at, created_at)
       select r.workspace_id, 'campaign', r.locale, r.email, r.party_id, r.id, $1,
         case when r.place = 2 then 'bounced' else 'sent' end, 1, $2,
         case when r.status = 'unsubscribed' then $2::timestamptz + interval '1 day' end, $2
       from readers r where r.status in ('accepted', 'unsubscribed') and not r.is_blacklisted
       returning workspace_id
     )
     insert into public.campaign_sendings (campaign_id, workspace_id, state, reached, blacklisted, unconfirmed,
       started_by, started_at)
     select $1, (select m.workspace_id from mails m limit 1), 'written', (select count(*) from mails),
       count(*) filter (where r.is_blacklisted), count(*) filter (where r.status = 'pending'), $3, $2
     from readers r`,
    [campaignId, at, ownerId],
  );
}

/** What is sold to readers who answered it, besides all whose source says so. */
const sold = ["Sommerkollektion Fahrpersonal", "T-Shirts Monteure", "T-Shirts Jugendfeuerwehr"];

async function giveOrigin(
  database: Database,
  workspaceId: string,
  campaignId: string,
): Promise<void> {
  await database.query(
    "update public.leads set campaign_id = $2 where workspace_id = $1 and source = 'CAMPAIGN'",
    [workspaceId, campaignId],
  );
  await database.query(
    `update public.opportunities set campaign_id = $2
     where workspace_id = $1 and (source = 'CAMPAIGN' or name = any ($3))`,
    [workspaceId, campaignId, sold],
  );
}
