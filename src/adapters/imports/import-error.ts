import type { Language } from '../../domain/text.js';
import { typesetFrench } from '../typeset-french.js';
import { importSentences, type ImportErrorCode } from './import-sentences.js';

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** An error rejects what it is about; a warning only asks to look again. */
export type Severity = 'ERROR' | 'WARNING';

/** Why a file or one of its rows was rejected, or should be looked at. */
export type ImportError = {
  readonly severity: Severity;
  /** Line of the file, 1 for the first; 0 when the file or the mapping is at fault. */
  readonly line: number;
  /** Header of the column, or its number; null when the whole row is at fault. */
  readonly column: string | null;
  /** One of `ImportErrorCode`, or the code of the decision that refused the row. */
  readonly code: string;
  /** What the cell holds, clipped to 100 characters. */
  readonly value: string | null;
  readonly message: Bilingual;
  /** What would make the row acceptable, where that can be told. */
  readonly suggestion: Bilingual | null;
};

/** Where in a file an error is. */
export type Place = {
  readonly line: number;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
};

const longestEcho = 100;

const clip = (text: string): string =>
  text.length <= longestEcho ? text : `${text.slice(0, longestEcho - 1)}…`;

const typeset = ({ en, fr }: Bilingual): Bilingual => ({ en, fr: typesetFrench(fr) });

/** An error with a message of its own: a refusal, which the domain explains. */
export const explainedError = (
  code: string,
  { line, column, value }: Place,
  message: Bilingual,
  suggestion?: Bilingual,
): ImportError => ({
  severity: 'ERROR',
  line,
  column: column === undefined ? null : clip(column),
  code,
  value: value === undefined ? null : clip(value),
  message: typeset(message),
  suggestion: suggestion === undefined ? null : typeset(suggestion),
});

/** An error of the import itself; the parameters are what its sentence names. */
export function importError(
  code: ImportErrorCode,
  place: Place,
  params: Readonly<Record<string, string | number | Bilingual>> = {},
  suggestion?: Bilingual,
): ImportError {
  const clippedIn = (language: Language) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        clip(String(typeof value === 'object' ? value[language] : value)),
      ]),
    );
  const { en, fr } = importSentences[code];
  const message = { en: en(clippedIn('en')), fr: fr(clippedIn('fr')) };
  return explainedError(code, place, message, suggestion);
}

/** Something that rejects nothing but should be looked at. */
export const importWarning = (...about: Parameters<typeof importError>): ImportError => ({
  ...importError(...about),
  severity: 'WARNING',
});
