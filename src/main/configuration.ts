import type { z } from 'zod';
import { nearest } from '../adapters/nearest.js';
import { typesetFrench } from '../adapters/typeset-french.js';
import type { Language } from '../domain/text.js';
import { identityProblems } from './identity-problems.js';
import type { Bilingual, Setting } from './setting.js';
import { settings, type SettingName } from './settings.js';

/** Every setting, read and checked. It has the names of `HttpLimits` among its own. */
export type Configuration = {
  readonly [N in SettingName]: z.infer<(typeof settings)[N]['schema']>;
};

/** A variable that is wrong, and what it must be. */
export type ConfigurationProblem = { readonly variable: string; readonly message: Bilingual };

/** What was read, or everything that is wrong with it. */
export type ConfigurationReading =
  | { readonly configuration: Configuration }
  | { readonly problems: readonly ConfigurationProblem[] };

const urlMissing: ConfigurationProblem = {
  variable: 'ESDB_URL',
  message: {
    en: 'ESDB_URL must be set when JALON_EVENT_LOG is esdb.',
    fr: 'ESDB_URL doit être définie si JALON_EVENT_LOG vaut esdb.',
  },
};

// The projector of the files reads the log's own file.
const viewsInFiles: ConfigurationProblem = {
  variable: 'JALON_READ_MODELS',
  message: {
    en: 'JALON_READ_MODELS "sqlite" needs a log in a file; it must be another when that is esdb.',
    fr: 'JALON_READ_MODELS "sqlite" veut un journal en fichier; prenez une autre valeur pour esdb.',
  },
};

/** What a log on a cluster needs of the other settings. */
function esdbProblems(read: Partial<Configuration>): readonly ConfigurationProblem[] {
  if (read.eventLog !== 'esdb') return [];
  return [
    ...(read.esdbUrl === undefined ? [urlMissing] : []),
    ...(read.readModels === 'sqlite' ? [viewsInFiles] : []),
  ];
}

type Environment = Readonly<Record<string, string | undefined>>;

const names = Object.keys(settings) as readonly SettingName[];

/** The environment variable of a setting: `bodyBytesMax` is `JALON_BODY_BYTES_MAX`. */
export function variableOf(name: SettingName): string {
  const { variable }: Setting<unknown> = settings[name];
  return variable ?? `JALON_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

const longestEcho = 100;

function echo(value: string, { secret = false }: Setting<unknown>): string {
  if (secret) return '';
  return ` "${value.length > longestEcho ? `${value.slice(0, longestEcho - 1)}…` : value}"`;
}

function wrongValue(name: SettingName, value: string): ConfigurationProblem {
  const setting: Setting<unknown> = settings[name];
  const variable = variableOf(name);
  const shown = variable + echo(value, setting);
  const { en, fr } = setting.rule;
  return { variable, message: { en: `${shown} must be ${en}.`, fr: `${shown} doit être ${fr}.` } };
}

const senderMissing: ConfigurationProblem = {
  variable: 'JALON_MAIL_FROM',
  message: {
    en: 'JALON_MAIL_FROM must be set when JALON_SMTP_URL is.',
    fr: 'JALON_MAIL_FROM doit être définie si JALON_SMTP_URL l’est.',
  },
};

const mailProblems = ({ smtpUrl, mailFrom }: Partial<Configuration>) =>
  smtpUrl !== undefined && mailFrom === undefined ? [senderMissing] : [];

/** What a chosen word needs besides itself. */
function missingBeside(values: Partial<Configuration>): readonly ConfigurationProblem[] {
  if (values.readModels !== 'postgres' || values.databaseUrl !== undefined) return [];
  const [chosen, needed] = [variableOf('readModels'), variableOf('databaseUrl')];
  return [
    {
      variable: needed,
      message: {
        en: `${chosen} "postgres" needs ${needed}, the connection string of PostgreSQL.`,
        fr: `${chosen} "postgres" exige ${needed}, la chaîne de connexion de PostgreSQL.`,
      },
    },
  ];
}

function unknownVariable(variable: string): ConfigurationProblem {
  const meant = nearest(variable, names.map(variableOf));
  const shown = variable.slice(0, longestEcho);
  return {
    variable,
    message: {
      en: `${shown} is no setting.${meant ? ` Did you mean ${meant}?` : ''}`,
      fr: `${shown} n’est pas un paramètre.${meant ? ` Vouliez-vous dire ${meant} ?` : ''}`,
    },
  };
}

/** What a variable says; the default when it is empty. */
function readOne(name: SettingName, value: string) {
  const setting: Setting<unknown> = settings[name];
  if (value === '') return { value: setting.default };
  const parsed = setting.schema.safeParse(value);
  if (!parsed.success) return { problem: wrongValue(name, value) };
  return { value: parsed.data };
}

/**
 * Reads the environment. A variable that is empty counts as not set, and one that begins with
 * `JALON_` and is no setting is an error, because it was meant to change something.
 */
export function readConfiguration(environment: Environment): ConfigurationReading {
  const known = new Set(names.map(variableOf));
  const problems = Object.keys(environment)
    .filter((variable) => variable.startsWith('JALON_') && !known.has(variable))
    .map(unknownVariable);
  const values = names.map((name) => {
    const { value, problem } = readOne(name, environment[variableOf(name)] ?? '');
    if (problem !== undefined) problems.push(problem);
    return [name, value];
  });
  const configuration = Object.fromEntries(values) as Configuration;
  const isNamed = ({ variable }: ConfigurationProblem): boolean =>
    problems.some((problem) => problem.variable === variable);
  const beside = [
    ...esdbProblems(configuration),
    ...missingBeside(configuration),
    ...mailProblems(configuration),
  ];
  problems.push(...beside.filter((problem) => !isNamed(problem)));
  if (problems.length > 0) return { problems };
  const missing = identityProblems(configuration).map(({ name, message }) => ({
    variable: variableOf(name),
    message,
  }));
  return missing.length > 0 ? { problems: missing } : { configuration };
}

const headings: Readonly<Record<Language, readonly string[]>> = {
  en: ['Variable', 'Default', 'Meaning', 'Value'],
  fr: ['Variable', 'Défaut', 'Signification', 'Valeur'],
};

const none: Bilingual = { en: 'none', fr: 'aucun' };
const secret: Bilingual = { en: 'Never shown.', fr: 'Jamais affichée.' };

function row(name: SettingName, language: Language): readonly string[] {
  const setting: Setting<unknown> = settings[name];
  const rule = setting.rule[language];
  const value = `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;
  return [
    variableOf(name),
    setting.defaultText || none[language],
    setting.meaning[language],
    setting.secret ? `${value} ${secret[language]}` : value,
  ];
}

const asMarkdown = ([variable = '', byDefault = '', ...rest]: readonly string[]): string =>
  `| ${[`\`${variable}\``, `\`${byDefault}\``, ...rest].join(' | ')} |`;

const asText = ([variable = '', byDefault = '', meaning = '', value = '']: readonly string[]) =>
  `${variable.padEnd(30)} ${byDefault}\n    ${meaning}\n    ${value}`;

/**
 * Every setting with its variable, default, meaning and rule: as text for a terminal, or as a
 * Markdown table for the documentation.
 */
export function configurationTable(format: 'text' | 'markdown', language: Language): string {
  const typeset = (cell: string): string => (language === 'fr' ? typesetFrench(cell) : cell);
  const rows = names.map((name) => row(name, language).map(typeset));
  if (format === 'text') return `${rows.map(asText).join('\n')}\n`;
  const head = `| ${headings[language].join(' | ')} |\n| --- | --- | --- | --- |`;
  return `${head}\n${rows.map(asMarkdown).join('\n')}\n`;
}
