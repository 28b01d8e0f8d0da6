"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Country } from "@/app/_places/countries";
import type { PlaceOption } from "@/app/_places/currencies";
import { newId } from "@/app/_realtime/new-id";
import { Trpc } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import type { PersonName } from "../split-name";
import { ColleaguesStep } from "./colleagues-step";
import { CompanyStep } from "./company-step";
import { defaultStages } from "./default-stages";
import { type ChangeDraft, type Draft, emptyColleague } from "./draft";
import { ElsewhereLink } from "./elsewhere-link";
import { PipelineStep } from "./pipeline-step";
import { StepProgress } from "./step-progress";
import { useFinish } from "./use-finish";
import { usePlaces } from "./use-places";
import { useStep } from "./use-step";

type SetUpProps = {
  email: string;
  /** What other workspaces know the reader as. */
  ownName: PersonName;
  /** Where the browser's language is spoken, if it says so. */
  region: string | null;
  countries: readonly Country[];
  currencies: readonly PlaceOption[];
  timeZones: readonly PlaceOption[];
  /** There are workspaces or invitations to go to instead. */
  elsewhere: boolean;
};

/** The first set-up of a workspace: three steps, and nothing is sent before the last. */
export function SetUp(props: SetUpProps) {
  const [id] = useState(() => newId());
  return (
    // Its calls already name the workspace to be, so that colleagues can be invited to it.
    <Trpc key={id} workspaceId={id}>
      <Steps id={id} {...props} />
    </Trpc>
  );
}

function Steps(props: SetUpProps & { id: string }) {
  const { id, email, ownName, region, countries, currencies, timeZones, elsewhere } = props;
  const t = useTranslations("setup.pipeline");
  const errorText = useErrorText();
  const [draft, setDraft] = useState<Draft>(() => ({
    id,
    company: "",
    ...ownName,
    country: null,
    currency: null,
    timeZone: null,
    stages: defaultStages((name) => t(`defaults.${name}`)),
    colleagues: [{ ...emptyColleague(), key: "first" }],
  }));
  const change: ChangeDraft = (next) =>
    setDraft((now) => ({ ...now, ...(typeof next === "function" ? next(now) : next) }));
  const [step, go] = useStep(draft);
  const places = usePlaces(draft, countries, region);
  const finish = useFinish(draft, places);

  return (
    <div className="mx-auto w-full max-w-2xl">
      <StepProgress step={step} onStep={go} />
      {step === "company" && (
        <CompanyStep
          draft={draft}
          change={change}
          places={places}
          countries={countries}
          currencies={currencies}
          timeZones={timeZones}
          onDone={() => go("pipeline")}
        />
      )}
      {step === "pipeline" && (
        <PipelineStep
          draft={draft}
          change={change}
          onBack={() => go("company")}
          onDone={() => go("colleagues")}
        />
      )}
      {step === "colleagues" && (
        <ColleaguesStep
          draft={draft}
          change={change}
          ownEmail={email}
          pending={finish.pending}
          failure={finish.error ? errorText(finish.error) : null}
          onBack={() => go("pipeline")}
          onDone={finish.run}
        />
      )}
      {elsewhere && step === "company" && <ElsewhereLink />}
    </div>
  );
}
