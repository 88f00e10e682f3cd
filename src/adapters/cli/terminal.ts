import type { Language } from '../../domain/text.js';

/** Where a command writes, and in which language. */
export type Terminal = {
  readonly language: Language;
  /** Writes results to standard output. */
  out(text: string): void;
  /** Writes what is said about the work to standard error. */
  err(text: string): void;
  /** Standard error, when a person watches it: progress bars go there. */
  readonly screen?: NodeJS.WritableStream | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** French when `JALON_LANG` or else the system's locale says so, otherwise English. */
export function languageOf(environment: Environment): Language {
  const { JALON_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const chosen = JALON_LANG === 'auto' ? '' : JALON_LANG;
  const locale = [chosen, LC_ALL, LC_MESSAGES, LANG].find((each) => each);
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** The terminal of this process. */
export const processTerminal = (environment: Environment): Terminal => ({
  language: languageOf(environment),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  screen: process.stderr.isTTY ? process.stderr : undefined,
});
