import type { Page } from "@playwright/test";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive, moveByMenu } from "./pages/board";
import { openPanel } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { openTwoBoards } from "./pages/two-boards";
import { chooseLayout, forecastOnScreen, groupHead, type MonthPicture, rowOf } from "./pages/views";

test.use({ workspaceSeed: { reps: 2, opportunities: 12 } });

/** Spreads the sales over the past, the months that are shown, the time after, and no day at all. */
async function spread(database: Database, workspaceId: string): Promise<void> {
  await database.rows(
    `update public.opportunities o set
       expected_close_on = case when n = 10 then null when n = 11 then current_date - 60
         when n = 12 then current_date + 400 else date_trunc('month', current_date)::date + n * 15 end,
       currency = case when n = 2 then 'CHF' else o.currency end
     from (select id, substring(name from '\\d+$')::int as n from public.opportunities
       where workspace_id = $1) s
     where o.id = s.id`,
    [workspaceId],
  );
}

type MonthRow = { month: string; sum: string; weighted: string; count: number };

/** The open sales of a workspace by month in euros, added up from the sales themselves. */
async function forecastInDatabase(database: Database, id: string): Promise<MonthPicture[]> {
  const rows = await database.rows<MonthRow>(
    `with months as (
       select (date_trunc('month', current_date) + make_interval(months => n))::date as first
       from generate_series(0, 5) n
     ), wanted as (
       select 0 as place, 'Früher' as month, null::date as first, '-infinity'::date as start, date_trunc('month', current_date)::date as "end"
       union all select 1, null, first, first, (first + interval '1 month')::date from months
       union all select 2, 'Später', null, (date_trunc('month', current_date) + interval '6 months')::date, 'infinity'
       union all select 3, 'Ohne Datum', null, null, null
     ), open_sales as (
       select o.*, coalesce(o.probability, s.probability) as chance from public.opportunities o
       join public.stages s on s.id = o.stage_id and s.kind = 'open' where o.workspace_id = $1
     )
     select coalesce(w.month, to_char(w.first, 'YYYY-MM')) as month, count(o.id) filter (where o.currency = 'EUR')::int as count,
       coalesce(sum(o.amount) filter (where o.currency = 'EUR'), 0)::text as sum,
       coalesce(sum(o.amount * o.chance / 100) filter (where o.currency = 'EUR'), 0)::text as weighted
     from wanted w left join open_sales o on (w.start is null and o.expected_close_on is null)
       or (o.expected_close_on >= w.start and o.expected_close_on < w."end")
     group by w.place, w.month, w.first
     having w.place = 1 or count(o.id) > 0
     order by w.place, w.first`,
    [id],
  );
  return rows.map(({ month, sum, weighted, count }) => ({
    month: /^\d{4}-\d{2}$/.test(month) ? monthName(month) : month,
    sum: euros(sum),
    weighted: euros(weighted),
    count,
  }));
}

async function expectForecastToEqualDatabase(page: Page, database: Database, id: string) {
  await expect(async () => {
    expect(await forecastOnScreen(page)).toEqual(await forecastInDatabase(database, id));
  }).toPass({ timeout: 30_000, intervals: [100, 250, 500, 1000] });
}

test.describe("The forecast", () => {
  test("adds up each month as the database does, live while a colleague moves a day and wins", async ({
    workspace,
    signIn,
    database,
  }) => {
    await spread(database, workspace.id);
    const [forecast, board] = await openTwoBoards(workspace, signIn);
    await chooseLayout(forecast, "Prognose");
    await expectForecastToEqualDatabase(forecast, database, workspace.id);
    const before = await forecastOnScreen(forecast);
    expect(before.map(({ month }) => month)).toEqual(
      expect.arrayContaining(["Früher", "Später", "Ohne Datum"]),
    );
    // What is not in euros is told beside them.
    await expect(forecast.getByText("Weitere Währungen:").locator("..")).toContainText("CHF");

    const panel = await openPanel(board, "Rahmenvertrag 10");
    const day = panel.getByLabel("Abschluss", { exact: true });
    await day.fill(await dayInMonths(database, 2));
    await day.press("Enter");
    await expect
      .poll(async () => (await forecastOnScreen(forecast)).map(({ month }) => month))
      .not.toContain("Ohne Datum");
    await expectForecastToEqualDatabase(forecast, database, workspace.id);
    await panel.press("Escape");
    await moveByMenu(board, "Rahmenvertrag 12", "Gewonnen");
    await expect
      .poll(async () => (await forecastOnScreen(forecast)).map(({ month }) => month))
      .not.toContain("Später");
    await expectForecastToEqualDatabase(forecast, database, workspace.id);
  });

  test("leads from a bar to the sales of its month", async ({ workspace, signIn, database }) => {
    await spread(database, workspace.id);
    const page = await signIn(workspace.admin);
    await page.goto(`/${workspace.slug}/board?view=forecast`);
    await boardIsLive(page);
    const [row] = await database.rows<{ name: string; month: string }>(
      `select name, to_char(expected_close_on, 'YYYY-MM') as month from public.opportunities
       where workspace_id = $1 and name = 'Rahmenvertrag 9'`,
      [workspace.id],
    );
    if (!row) throw new Error("It was seeded.");
    const title = monthName(row.month);
    const bar = page.getByRole("button", { name: new RegExp(`^${title}: `) });
    await awake(bar);
    await bar.press("Enter");
    await expect(groupHead(page, title)).toBeFocused();
    await page.keyboard.press("End");
    await bar.press("Enter");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("a[data-row]:focus")).toBeInViewport();
    await expect(rowOf(page, row.name)).toBeInViewport();
  });
});

/** A day in the month that is so many after this one, "2026-12-15". */
async function dayInMonths(database: Database, months: number): Promise<string> {
  const [row] = await database.rows<{ day: string }>(
    "select to_char(date_trunc('month', current_date) + make_interval(months => $1, days => 14), 'YYYY-MM-DD') as day",
    [months],
  );
  return row?.day ?? "";
}

function monthName(month: string): string {
  const format = new Intl.DateTimeFormat("de-DE", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function euros(amount: string): string {
  const format = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
  // The string keeps every digit (ECMA-402, StringNumericLiteral); only its type does not say so.
  return format.format(amount as `${number}`).replaceAll("\u00a0", " ");
}
