import { z } from "zod";
import { currency, hasFields, id, line, version } from "./input-fields";
import { personName } from "./member-input";
import { rotDays, stageKind, stageName, suitsKind } from "./stage-input";
import { isFreeSlug, slugPattern } from "./workspace-slug";

const slug = z.string().regex(slugPattern).refine(isFreeSlug);

const companyName = line(200);

const locale = z.enum(["de", "en"]);

const timeZone = line(64).refine((name) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    // That is how Intl says that it knows no such zone.
    return false;
  }
});

const firstStage = z
  .strictObject({
    name: stageName,
    kind: stageKind,
    probability: z.int().min(0).max(100),
    rotDays: rotDays.nullable(),
  })
  .refine(suitsKind, { path: ["probability"] });

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
  stages: z
    .array(firstStage)
    .max(30)
    .refine((stages) => stages.some(({ kind }) => kind === "open")),
});

export const updateWorkspace = z.strictObject({
  version,
  patch: z
    .strictObject({
      name: companyName.exactOptional(),
      slug: slug.exactOptional(),
      currency: currency.exactOptional(),
      timeZone: timeZone.exactOptional(),
      locale: locale.exactOptional(),
      accentHue: z.int().min(0).max(360).exactOptional(),
    })
    .refine(hasFields),
});
