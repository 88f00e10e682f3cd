import { Command, CommanderError } from 'commander';
import { addAskCommand } from './ask-command.js';
import { CommandFailed, type CliActions, type OnProgress } from './cli-actions.js';
import { cliTexts, type CliTexts } from './cli-texts.js';
import { addCopyCommand } from './copy-command.js';
import { addImportCommand } from './import-command.js';
import { addTemplateCommand } from './template-command.js';
import { progressOn, progressUntilDone } from './progress.js';
import type { Terminal } from './terminal.js';
import { addUpkeepCommands } from './upkeep-commands.js';
import { addTokenCommand } from './token-command.js';
import { isAnswered, usageSentence, WrongUsage } from './usage-error.js';

/**
 * Runs one command line, without the program's name.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export type Cli = (args: readonly string[]) => Promise<number>;

function emptyProgram({ version }: CliActions, { out, err }: Terminal, texts: CliTexts): Command {
  return new Command('jalon')
    .description(texts.jalon)
    .version(version, '-V, --version', texts.version)
    .helpOption('-h, --help', texts.help)
    .helpCommand('help [command]', texts.help)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => texts.headings[title] ?? title,
      optionDescription: ({ description }) => description,
      subcommandDescription: (command) => command.description(),
    });
}

/** Runs a long task with a bar and, at the end, a sentence. */
async function withProgress(
  terminal: Terminal,
  label: string,
  done: string,
  task: (onProgress: OnProgress) => Promise<void>,
): Promise<void> {
  const progress = progressOn(terminal, label);
  await task(progress.report).finally(progress.end);
  terminal.err(`${done}\n`);
}

function addHubCommands(
  program: Command,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): void {
  program
    .command('start')
    .description(texts.start)
    .option('--demo', texts.startDemo)
    .action(({ demo = false }: { readonly demo?: boolean }) =>
      actions.start({
        demo,
        onDemo: progressUntilDone(terminal, texts.loading),
        onBuild: progressUntilDone(terminal, texts.building),
      }),
    );
  program
    .command('demo')
    .description(texts.demo)
    .action(() => withProgress(terminal, texts.loading, texts.loaded, actions.demo));
  program
    .command('rebuild')
    .argument('[view]', `${texts.rebuildView} (${actions.viewNames.join(', ')})`)
    .description(texts.rebuild)
    .action((view: string | undefined) => {
      if (view !== undefined && !actions.viewNames.includes(view))
        throw new WrongUsage(texts.viewUnknown(actions.viewNames.join(', ')));
      return withProgress(terminal, texts.rebuilding, texts.rebuilt, (onProgress) =>
        actions.rebuild(view, onProgress),
      );
    });
  program
    .command('config')
    .description(texts.config)
    .action(() => terminal.out(actions.config(terminal.language)));
}

/** Says why a command ended badly. */
function codeOf(error: unknown, { err, language }: Terminal, texts: CliTexts): number {
  if (isAnswered(error)) return 0;
  if (error instanceof CommanderError && error.code === 'commander.help') return 2;
  if (error instanceof CommanderError || error instanceof WrongUsage) {
    const isOurs = error instanceof WrongUsage;
    const sentence = isOurs ? error.message : usageSentence(error, language);
    err(`jalon: ${sentence}\n${texts.tryHelp}\n`);
    return 2;
  }
  if (error instanceof CommandFailed) err(`jalon: ${error.sentence[language]}\n`);
  else err(`jalon: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}

/** Builds the command line over the actions of the main program. */
export function buildCli(actions: CliActions, terminal: Terminal): Cli {
  const texts = cliTexts[terminal.language];
  return async (args) => {
    let code = 0;
    const finish = (ended: number): void => void (code = ended);
    const program = emptyProgram(actions, terminal, texts);
    addHubCommands(program, actions, terminal, texts);
    addUpkeepCommands(program, actions, terminal, texts);
    addAskCommand(program, actions, terminal, texts, finish);
    addCopyCommand(program, actions, terminal, texts);
    addImportCommand(program, actions, terminal, texts, finish);
    addTemplateCommand(program, actions, terminal, texts);
    addTokenCommand(program, actions, terminal, texts, finish);
    try {
      await program.parseAsync(args, { from: 'user' });
      return code;
    } catch (error) {
      return codeOf(error, terminal, texts);
    }
  };
}
