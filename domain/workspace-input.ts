import * as z from "zod/mini";
import { currency, hasFields, id, line, version } from "./input-fields";
import { personName } from "./member-input";
import { rotDays, stageKind, stageName, suitsKind } from "./stage-input";
import { isFreeSlug, slugPattern } from "./workspace-slug";

const slug = z.string().check(z.regex(slugPattern), z.refine(isFreeSlug));

const companyName = line(200);

const locale = z.enum(["de", "en"]);

const timeZone = line(64).check(
  z.refine((name) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return true;
    } catch {
      // That is how Intl says that it knows no such zone.
      return false;
    }
  }),
);

const firstStage = z
  .strictObject({
    name: stageName,
    kind: stageKind,
    probability: z.int().check(z.gte(0), z.lte(100)),
    rotDays: z.nullable(rotDays),
  })
  .check(z.refine(suitsKind, { path: ["probability"] }));

/** First set-up: the company, the first admin, a team, and the stages in order. */
export const createWorkspace = z.strictObject({
  id,
  slug,
  company: companyName,
  currency,
  timeZone,
  locale,
  givenName: personName,
  familyName: personName,
  teamName: line(200),
  stages: z.array(firstStage).check(
    z.maxLength(30),
    z.refine((stages) => stages.some(({ kind }) => kind === "open")),
  ),
});

/** The part of the set-up that is about the company and who sets it up. */
export const companyDetails = z.pick(createWorkspace, {
  company: true,
  givenName: true,
  familyName: true,
});

export const updateWorkspace = z.strictObject({
  version,
  patch: z
    .strictObject({
      name: z.exactOptional(companyName),
      slug: z.exactOptional(slug),
      currency: z.exactOptional(currency),
      timeZone: z.exactOptional(timeZone),
      locale: z.exactOptional(locale),
      accentHue: z.exactOptional(z.int().check(z.gte(0), z.lte(360))),
    })
    .check(z.refine(hasFields)),
});
