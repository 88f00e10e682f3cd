import { projections } from '../../../projections/projections.js';
import type { LogReader } from '../../event-log/log-reader.js';
import { openFeed, type LogFeed } from './log-feed.js';
import type { FromProjector } from './projector-messages.js';
import { isUsable } from './views-file.js';
import { servingFile } from './views-folder.js';

/** The serving file being fed, whichever it is. */
export type LiveFeed = Disposable & {
  file(): string;
  position(): number;
  /**
   * Does one batch of work.
   * @returns what to announce; "working" when there is nothing to say yet, "idle" when there
   *   was nothing to do
   */
  step(): FromProjector | 'working' | 'idle';
};

/**
 * Feeds a views file and follows the folder's pointer to another one, which first has to catch
 * up: readers never see the position go back.
 */
export function liveFeed(directory: string, file: string, reader: LogReader): LiveFeed {
  let current = openFeed(file, reader, projections);
  let next: LogFeed | undefined;
  let passedOver: string | undefined;

  const followPointer = (): void => {
    const named = servingFile(directory);
    const isKnown = [undefined, current.file, next?.file, passedOver].includes(named);
    if (isKnown || named === undefined) return;
    // A newer program may have built it: this one goes on with what it understands.
    if (!isUsable(named)) passedOver = named;
    else {
      next?.close();
      next = openFeed(named, reader, projections);
    }
  };
  const changeOver = (to: LogFeed): FromProjector | 'working' => {
    if (to.position() < current.position()) {
      to.feed();
      return 'working';
    }
    current.close();
    current = to;
    next = undefined;
    return { kind: 'serving', file: to.file, position: to.position() };
  };
  return {
    file: () => current.file,
    position: () => current.position(),
    step() {
      followPointer();
      if (next !== undefined) return changeOver(next);
      const tags = current.feed();
      return tags ? { kind: 'progress', position: current.position(), tags } : 'idle';
    },
    [Symbol.dispose]() {
      next?.close();
      current.close();
    },
  };
}
