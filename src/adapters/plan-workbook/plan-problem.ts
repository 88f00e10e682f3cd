import type { Language } from '../../domain/text.js';
import { typesetFrench } from '../typeset-french.js';
import { planSentences, type PlanProblemCode } from './plan-sentences.js';

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Where in a workbook something is. */
export type CellPlace = {
  /** Name of the sheet, or of the CSV file; empty when the whole input is at fault. */
  readonly sheet: string;
  /** 1 for the first line; 0 when the sheet as a whole is at fault. */
  readonly line: number;
  /** Heading of the column; null when the whole row is at fault. */
  readonly column: string | null;
  /** What the cell holds, clipped to 100 characters. */
  readonly value: string | null;
};

/** Why a plan cannot be taken from a workbook as it stands. */
export type PlanProblem = CellPlace & {
  /** One of `PlanProblemCode`, or the code of the decision that refused the row. */
  readonly code: string;
  readonly message: Bilingual;
  /** What would make the cell acceptable, where that can be told. */
  readonly suggestion: Bilingual | null;
};

const longestEcho = 100;

const clip = (text: string): string =>
  text.length <= longestEcho ? text : `${text.slice(0, longestEcho - 1)}…`;

const typeset = ({ en, fr }: Bilingual): Bilingual => ({ en, fr: typesetFrench(fr) });

/** A problem with a sentence of its own: a refusal, which the domain explains. */
export const explainedProblem = (
  code: string,
  { sheet, line, column, value }: CellPlace,
  message: Bilingual,
  suggestion?: Bilingual,
): PlanProblem => ({
  sheet,
  line,
  column,
  code,
  value: value === null ? null : clip(value),
  message: typeset(message),
  suggestion: suggestion === undefined ? null : typeset(suggestion),
});

/** A problem of the workbook itself; the parameters are what its sentence names. */
export function planProblem(
  code: PlanProblemCode,
  place: Partial<CellPlace>,
  params: Readonly<Record<string, string | number>> = {},
  suggestion?: Bilingual,
): PlanProblem {
  const clipped = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, clip(String(value))]),
  );
  const { en, fr } = planSentences[code];
  const whole = { sheet: '', line: 0, column: null, value: null, ...place };
  return explainedProblem(code, whole, { en: en(clipped), fr: fr(clipped) }, suggestion);
}
