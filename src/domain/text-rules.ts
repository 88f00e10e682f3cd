import { refuse, type Refusal } from './decision.js';
import type { Label } from './text.js';

/** What a client typed must be there and fit; blank is not there. */
export function checkText(typed: Label, field: string, max = 10_000): readonly Refusal[] {
  const texts = [typed.en, typed.fr].filter((text) => text !== undefined);
  if (texts.length === 0 || texts.some((text) => text.trim() === ''))
    return refuse('text-required', field).refusals;
  if (texts.some((text) => text.length > max))
    return refuse('text-too-long', field, { max }).refusals;
  return [];
}

// Half a surrogate pair is no character; controls and overrides of direction hide what is said.
const hidden = /(?![\n\r\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/** Refuses what is typed anywhere in an input that is not readable text, by its path. */
export function checkCharacters(value: unknown, field: string): readonly Refusal[] {
  if (typeof value === 'string')
    return value.isWellFormed() && !hidden.test(value)
      ? []
      : refuse('text-malformed', field).refusals;
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => checkCharacters(inner, `${field}.${key}`));
}

/** The first failing group of checks as a refusal, or undefined when all pass. */
export function firstRefusal(
  ...checks: readonly (readonly Refusal[])[]
): { readonly accepted: false; readonly refusals: readonly Refusal[] } | undefined {
  const refusals = checks.flat();
  return refusals.length === 0 ? undefined : { accepted: false, refusals };
}
