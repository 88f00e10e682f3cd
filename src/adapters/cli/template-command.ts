import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { isCode } from '../../domain/identifiers.js';
import type { CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';
import { WrongUsage } from './usage-error.js';

type ObservationOptions = {
  readonly organization: string;
  readonly period: string;
  readonly indicator: readonly string[];
  readonly out: string;
};

/** Refuses to write over a file that somebody may have filled in. */
function checkFree(file: string, texts: CliTexts): string {
  if (existsSync(file)) throw new WrongUsage(texts.templateThere(file));
  return file;
}

async function writeObservations(
  { organization, period, indicator, out }: ObservationOptions,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): Promise<void> {
  const format = extname(out).slice(1).toLowerCase();
  if (format !== 'csv' && format !== 'xlsx') throw new WrongUsage(texts.templateForm);
  const mapping = checkFree(`${checkFree(out, texts)}.mapping.json`, texts);
  const order = { organization, period, indicators: indicator, format } as const;
  const template = await actions.observationTemplate(order);
  await writeFile(out, template.bytes);
  await writeFile(mapping, template.mapping);
  terminal.out(`${texts.templateWritten(template.rows, mapping)}\n`);
}

/** Adds `jalon template plans` and `jalon template observations`. */
export function addTemplateCommand(
  program: Command,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): void {
  const code = (text: string): string => {
    if (!isCode(text)) throw new InvalidArgumentError(texts.codeInvalid);
    return text;
  };
  const codes = (text: string, earlier: readonly string[]) => [...earlier, code(text)];
  const template = program.command('template').description(texts.template);
  template
    .command('plans')
    .description(texts.templatePlans)
    .requiredOption('--out <file>', texts.templateOut)
    .action(async ({ out }: { readonly out: string }) => {
      await writeFile(checkFree(out, texts), await actions.planTemplate(terminal.language));
      terminal.out(`${out}\n`);
    });
  template
    .command('observations')
    .description(texts.templateObservations)
    .requiredOption('--organization <code>', texts.templateCode, code)
    .requiredOption('--period <period>', texts.templatePeriod)
    .option('--indicator <key>', texts.templateIndicator, codes, [])
    .requiredOption('--out <file>', texts.templateOut)
    .action((options: ObservationOptions) => writeObservations(options, actions, terminal, texts));
}
