import type { CodeListVersion, PublishedCodeLists } from '../code-lists.js';
import type { Noun } from '../command.js';
import { codeListEvents, type CodeListEvents } from './events.js';

/** The noun "code list": its stream, its events and what they publish. */
export const codeList: Noun<PublishedCodeLists, CodeListEvents> = {
  category: 'codelist',
  events: codeListEvents,
  fold: {
    initial: new Map(),
    on: {
      CodeListVersionPublished: (published, { scheme, ...version }) =>
        new Map([
          ...published,
          [scheme, [...(published.get(scheme) ?? []), version as CodeListVersion]],
        ]),
    },
  },
};
