import type { FreeText, Label, PlainText } from '../domain/text.js';
import type { RequestContext } from './context.js';
import { once } from './once.js';
import type { Text } from './text.object.js';

/** A public label, which is never redacted. */
export const labelText = ({ en, fr }: Label): Text => ({
  en: en ?? null,
  fr: fr ?? null,
  language: en === undefined ? 'fr' : 'en',
  redacted: false,
  key: null,
});

/** What a free text says; undefined once it is redacted. */
export function openText(text: FreeText, context: RequestContext): PlainText | undefined {
  if (text.kind === 'plain') return text;
  context.tags.add('redactions');
  return context.services.keys.open([text])[0];
}

/** A free text, opened when a field of it is first read: what nobody selects costs nothing. */
export function freeTextOf(text: FreeText, context: RequestContext): Text {
  const open = once(() => openText(text, context));
  return {
    language: text.language,
    key: text.kind === 'sealed' ? text.key : null,
    get en() {
      return open()?.en ?? null;
    },
    get fr() {
      return open()?.fr ?? null;
    },
    get redacted() {
      return open() === undefined;
    },
  };
}
