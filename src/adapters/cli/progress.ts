import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

/** Says how far a long task is: done, of how many. */
export type Progress = {
  report(done: number, total: number): void;
  end(): void;
};

function progressBar(label: string, screen: NodeJS.WritableStream): Progress {
  const format = `${label} {bar} {percentage} % | {value}/{total} | {eta_formatted}`;
  const bar = new SingleBar({ format, stream: screen, hideCursor: true, clearOnComplete: true });
  let started = false;
  return {
    report(done, total) {
      if (started) bar.setTotal(total);
      else bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    end() {
      bar.stop();
      started = false;
    },
  };
}

/** A line for every tenth that is done. */
function progressLines(label: string, err: (text: string) => void): Progress {
  let told = 0;
  return {
    report(done, total) {
      const tenths = total === 0 ? 0 : Math.floor((done * 10) / total);
      if (tenths > told) err(`${label}: ${tenths * 10} % (${done}/${total})\n`);
      told = Math.max(told, tenths);
    },
    end: () => undefined,
  };
}

/**
 * A bar for somebody who watches; otherwise one line when the task is over, or for one that
 * may take long a line for every tenth.
 */
export function progressOn(
  { err, screen }: Terminal,
  label: string,
  otherwise: 'end' | 'tenths' = 'end',
): Progress {
  if (screen !== undefined) return progressBar(label, screen);
  if (otherwise === 'tenths') return progressLines(label, err);
  let last = '';
  return {
    report: (done, total) => void (last = `${label}: ${done}/${total}\n`),
    end: () => err(last),
  };
}

/** The same for a task within another one: it is over when as much is done as there is. */
export function progressUntilDone(terminal: Terminal, label: string) {
  const progress = progressOn(terminal, label);
  let isOver = false;
  return (done: number, total: number): void => {
    if (isOver || total === 0) return;
    isOver = done >= total;
    progress.report(done, total);
    if (isOver) progress.end();
  };
}
