import { isCivilDate } from '../../domain/civil-date.js';
import { versionInForce, type CodeLists } from '../../domain/code-lists.js';
import { isDecimal } from '../../domain/decimal.js';
import type { CellKind } from './layout.js';
import type { Choices } from './choices.js';
import type { Bilingual } from './plan-problem.js';
import type { PlanProblemCode } from './plan-sentences.js';
import { sameWord } from './same-word.js';

/** The value of a cell in the form the domain takes, or why there is none. */
export type CellReading =
  | { readonly value: string }
  | { readonly refused: PlanProblemCode; readonly suggestion?: Bilingual };

/** What codes are read against. */
export type CodesInForce = { readonly codeLists: CodeLists; readonly today: string };

const likeThis = (example: string): Bilingual => ({
  en: `Write ${example}, for instance`,
  fr: `Écrivez par exemple ${example}`,
});

function choiceOf(text: string, choices: Choices): CellReading {
  const wanted = sameWord(text);
  for (const [value, words] of Object.entries(choices))
    if ([value, words.en, words.fr].some((word) => sameWord(word) === wanted)) return { value };
  const listed = Object.values(choices);
  const suggestion = {
    en: `Write one of: ${listed.map(({ en }) => en).join('; ')}`,
    fr: `Écrivez l’un de ces mots : ${listed.map(({ fr }) => fr).join('; ')}`,
  };
  return { refused: 'cell-not-a-choice', suggestion };
}

/** The code of a label, or the text itself: whether it is a code the decision says. */
function codeOf(text: string, scheme: string, { codeLists, today }: CodesInForce): string {
  const codes = versionInForce(codeLists, scheme, today)?.codes ?? [];
  if (codes.some(({ code }) => code === text)) return text;
  const wanted = sameWord(text);
  const labelled = codes.filter(({ label: { en = '', fr = '' } }) =>
    [en, fr].some((each) => each !== '' && sameWord(each) === wanted),
  );
  return labelled.length === 1 ? (labelled[0]?.code ?? text) : text;
}

const plainKinds = {
  key: (text: string): CellReading =>
    text.length <= 64 ? { value: text } : { refused: 'cell-not-a-key' },
  text: (text: string): CellReading => ({ value: text }),
  day: (text: string): CellReading =>
    isCivilDate(text)
      ? { value: text }
      : { refused: 'cell-not-a-day', suggestion: likeThis('2024-03-31') },
  whole: (text: string): CellReading =>
    /^\d{1,9}$/.test(text)
      ? { value: String(Number(text)) }
      : { refused: 'cell-not-a-number', suggestion: likeThis('3') },
  decimal(text: string): CellReading {
    const pointed = text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
    return isDecimal(pointed)
      ? { value: pointed }
      : { refused: 'cell-not-a-number', suggestion: likeThis('1250.5') };
  },
} as const;

const isCodes = (kind: object): kind is { readonly scheme: string; readonly isList: boolean } =>
  'scheme' in kind;

/** Codes of a cell that may hold several. */
export const listOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Reads a cell that is not empty. */
export function readCell(text: string, kind: CellKind, codes: CodesInForce): CellReading {
  if (typeof kind === 'string') return plainKinds[kind](text);
  if (!isCodes(kind)) return choiceOf(text, kind);
  const { scheme, isList } = kind;
  const written = isList ? listOf(text) : [text];
  return { value: written.map((each) => codeOf(each, scheme, codes)).join(';') };
}
