import { categoriesKey } from '../../domain/observation/events.js';
import type { ObservationContent } from '../../domain/observation/state.js';
import type { Language } from '../../domain/text.js';
import { typesetFrench } from '../typeset-french.js';
import type { Draft } from './draft.js';

/** What a draft changes: what stands now, if anything, and what it says. */
export type Change = {
  readonly draft: Draft;
  readonly before: ObservationContent | undefined;
};

/** What an observation says, in few characters: "24.07", "31 / 118", "NOT_REPORTED". */
function saying({ status, value, numerator, denominator, flags }: ObservationContent): string {
  const number = numerator === undefined ? value : `${numerator} / ${denominator}`;
  const said = status === 'REPORTED' && number !== undefined ? number : status;
  return [said, ...flags].join(' ');
}

/** One observation that an import changes: what it is about, what stands, what would stand. */
export function shownChange({ draft, before }: Change, language: Language): string {
  const { line, indicator, key, content } = draft;
  const { geography, period, categories } = key;
  const about = [indicator, geography.code, period, categoriesKey(categories)].filter(
    (part) => part !== '',
  );
  const place = language === 'en' ? `line ${line}: ` : typesetFrench(`ligne ${line} : `);
  const earlier = before === undefined ? '—' : saying(before);
  return `${place}${about.join(', ')}: ${earlier} → ${saying(content)}`;
}
