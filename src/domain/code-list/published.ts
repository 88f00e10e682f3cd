import { upcast } from '../catalogue.js';
import { withPublished, type CodeLists, type PublishedCodeLists } from '../code-lists.js';
import type { EventLog } from '../event-log.js';
import { applyEvent, type AnyFold } from '../fold.js';
import { codeListStream } from '../identifiers.js';
import { codeList } from './state.js';

type Known = {
  readonly revision: number;
  readonly published: PublishedCodeLists;
  /** The lists they were last added to, and the sum. */
  readonly delivered?: CodeLists;
  readonly all: CodeLists;
};

/**
 * Adds to the delivered lists what the log says was published. Only what is new since the last
 * call is read, so every command can ask.
 */
export function publishedCodeLists(
  log: Pick<EventLog, 'readStream'>,
): (delivered: CodeLists) => Promise<CodeLists> {
  const fold = codeList.fold as AnyFold<PublishedCodeLists>;
  let known: Known = { revision: -1, published: fold.initial, all: new Map() };
  return async (delivered) => {
    const { revision, published } = known;
    const news = await log.readStream(codeListStream, { from: revision + 1 });
    if (news.length > 0 || known.delivered !== delivered) {
      const now = news
        .map(upcast)
        .reduce((lists, event) => applyEvent(fold, lists, event), published);
      const last = news.at(-1)?.revision ?? revision;
      const all = withPublished(delivered, now);
      // A slower reading that began earlier must not take back what a later one learned.
      if (last < known.revision) return all;
      known = { revision: last, published: now, delivered, all };
    }
    return known.all;
  };
}
