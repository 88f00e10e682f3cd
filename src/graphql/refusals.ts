import type { Refusal } from '../domain/decision.js';
import type { RefusalCode } from '../domain/refusal-codes.js';
import type { Language } from '../domain/text.js';
import type { RefusalSentence } from './refusal-sentence.js';
import { administrationRefusals } from './refusals-administration.js';
import { anyRefusals } from './refusals-any.js';
import { cycleRefusals } from './refusals-cycle.js';
import { importRefusals } from './refusals-import.js';
import { observationRefusals } from './refusals-observation.js';
import { organizationRefusals } from './refusals-organization.js';
import { outcomeRefusals } from './refusals-outcomes.js';
import { commitmentRefusals } from './refusals-commitment.js';
import { planLifeRefusals } from './refusals-plan-life.js';
import { planningRefusals } from './refusals-planning.js';

/** Why a command is refused, in both languages; a code without its sentences does not compile. */
export const refusals: Readonly<Record<RefusalCode, RefusalSentence>> = {
  ...anyRefusals,
  ...administrationRefusals,
  ...organizationRefusals,
  ...planningRefusals,
  ...planLifeRefusals,
  ...commitmentRefusals,
  ...outcomeRefusals,
  ...observationRefusals,
  ...importRefusals,
  ...cycleRefusals,
};

const longestEcho = 100;

const clip = (value: string | number): string => {
  const text = String(value);
  return text.length <= longestEcho ? text : `${text.slice(0, longestEcho - 1)}…`;
};

// French sets no-break spaces inside its quotation marks and before a colon.
const typeset: Readonly<Record<Language, (text: string) => string>> = {
  en: (text) => text,
  fr: (text) => text.replace(/« | (?=[:»])/g, (space) => space.replace(' ', '\u00a0')),
};

/** The sentence of a refusal; what it echoes of the input is clipped to 100 characters. */
export function messageOf({ code, params = {} }: Refusal, language: Language): string {
  const clipped = Object.entries(params).map(([name, value]) => [name, clip(value)] as const);
  return typeset[language](refusals[code][language](Object.fromEntries(clipped)));
}
