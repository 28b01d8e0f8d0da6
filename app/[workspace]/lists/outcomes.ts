import type { SubscribeOutcomes } from "@/domain/contact-list-answers";

export const noOutcomes: SubscribeOutcomes = {
  asked: 0,
  already: 0,
  declined: 0,
  leftOut: 0,
  withoutEmail: 0,
};

export function sumOutcomes(a: SubscribeOutcomes, b: SubscribeOutcomes): SubscribeOutcomes {
  return {
    asked: a.asked + b.asked,
    already: a.already + b.already,
    declined: a.declined + b.declined,
    leftOut: a.leftOut + b.leftOut,
    withoutEmail: a.withoutEmail + b.withoutEmail,
  };
}
