import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CommandFailed, type AskOrder, type CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';
import { WrongUsage } from './usage-error.js';

type AskOptions = {
  readonly variables?: string;
  readonly tokenFile?: string;
  readonly url?: string;
  readonly role?: string;
  readonly actingFor?: string;
};

/** A text as it is, or what a file holds when its name comes behind an @. */
async function textOf(given: string): Promise<string> {
  if (!given.startsWith('@')) return given;
  const file = given.slice(1);
  return readFile(file, 'utf8').catch(() => {
    throw new CommandFailed({
      en: `The file ${file} cannot be read.`,
      fr: `Le fichier ${file} ne peut pas être lu.`,
    });
  });
}

function objectIn(text: string, texts: CliTexts): object {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Said below, as of any other text that is no object.
  }
  throw new WrongUsage(texts.askVariablesWrong);
}

/** True when a command within the operation was refused; its reasons are in the answer. */
const isRefused = (data: unknown): boolean =>
  Object.values(data ?? {}).some(
    (payload) => (payload as { refusals?: readonly unknown[] } | null)?.refusals?.length,
  );

async function orderOf(
  operation: string,
  { variables, tokenFile, ...asking }: AskOptions,
  texts: CliTexts,
): Promise<Omit<AskOrder, 'language'>> {
  const token = tokenFile === undefined ? undefined : (await textOf(`@${tokenFile}`)).trim();
  return {
    ...asking,
    query: await textOf(operation),
    variables: variables === undefined ? {} : objectIn(await textOf(variables), texts),
    ...(token !== undefined && { token }),
  };
}

/** Adds `jalon ask`, which sends any operation of the API to a running hub. */
export function addAskCommand(
  program: Command,
  actions: CliActions,
  { language, out, err }: Terminal,
  texts: CliTexts,
  finish: (code: number) => void,
): void {
  program
    .command('ask')
    .argument('<operation>', texts.askOperation)
    .description(texts.ask)
    .option('--variables <json>', texts.askVariables)
    .option('--token-file <file>', texts.askToken)
    .option('--url <url>', texts.askUrl)
    .option('--role <role>', texts.askRole)
    .option('--acting-for <code>', texts.askActingFor)
    .action(async (operation: string, options: AskOptions) => {
      const order = await orderOf(operation, options, texts);
      const { data = null, errors = [] } = await actions.ask({ ...order, language });
      if (data !== null) out(`${JSON.stringify(data, null, 2)}\n`);
      for (const { message } of errors) err(`jalon: ${message}\n`);
      finish(errors.length > 0 || isRefused(data) ? 1 : 0);
    });
}
