import type { Command } from 'commander';
import type { CliActions, LogPlace } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import { progressOn, type Progress } from './progress.js';
import type { Terminal } from './terminal.js';
import { WrongUsage } from './usage-error.js';

const places: readonly LogPlace[] = ['sqlite', 'esdb'];

const isPlace = (word: string): word is LogPlace => (places as readonly string[]).includes(word);

/** Adds `jalon copy`. */
export function addCopyCommand(
  program: Command,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): void {
  program
    .command('copy')
    .description(texts.copy)
    .requiredOption('--from <log>', texts.copyFrom)
    .requiredOption('--to <log>', texts.copyTo)
    .action(async ({ from, to }: { readonly from: string; readonly to: string }) => {
      if (!isPlace(from) || !isPlace(to) || from === to) throw new WrongUsage(texts.copyWrong);
      const bars: Record<'copy' | 'compare', Progress> = {
        copy: progressOn(terminal, texts.copying),
        compare: progressOn(terminal, texts.comparing),
      };
      let last: 'copy' | 'compare' = 'copy';
      const head = await actions
        .copy({
          from,
          to,
          onProgress(phase, done, total) {
            if (phase !== last) bars[last].end();
            last = phase;
            bars[phase].report(done, total);
          },
        })
        .finally(() => bars[last].end());
      terminal.err(`${texts.copied(head)}\n`);
    });
}
