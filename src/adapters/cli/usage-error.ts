import { CommanderError } from 'commander';
import type { Language } from '../../domain/text.js';
import { typesetFrench } from '../typeset-french.js';

/** Something was typed that the command line does not know; it ends with code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** True when a person asked for help or the version, which commander also throws. */
export const isAnswered = (error: unknown): boolean =>
  error instanceof CommanderError && error.exitCode === 0;

type Sentence = (quoted: readonly string[]) => string;

const french: Readonly<Record<string, Sentence>> = {
  'commander.unknownCommand': ([name]) => `la commande ${name} n’existe pas.`,
  'commander.unknownOption': ([option]) => `l’option ${option} n’existe pas.`,
  'commander.missingArgument': ([name]) => `il manque l’argument ${name}.`,
  'commander.missingMandatoryOptionValue': ([option]) => `il manque l’option ${option}.`,
  'commander.optionMissingArgument': ([option]) => `l’option ${option} demande une valeur.`,
  'commander.excessArguments': () => 'il y a trop d’arguments.',
  'commander.invalidArgument': ([option, value]) => `${option} ne peut être « ${value} ».`,
};

/** What commander complains about, in the language of the terminal. */
export function usageSentence({ code, message }: CommanderError, language: Language): string {
  const english = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const sentence = french[code];
  if (language === 'en' || sentence === undefined) return english;
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, inner = '']) => inner);
  const [, meant] = /Did you mean (?:one of )?(.+?)\?/.exec(message) ?? [];
  const [, rule] = /is invalid\. (.+)/.exec(message) ?? [];
  const rest = [meant && `Vouliez-vous dire ${meant} ?`, rule].filter((each) => each);
  return typesetFrench([sentence(quoted), ...rest].join(' '));
}
