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

/**
 * A free text, opened when a field of it is first read: what nobody selects costs nothing.
 * Compiled operations read fields where nothing catches what they throw, but take an error
 * that they find in place of a value for the error it is.
 */
export function freeTextOf(text: FreeText, context: RequestContext): Text {
  const opened = once(() => {
    try {
      return openText(text, context);
    } catch (error) {
      return error as Error;
    }
  });
  const read = <Value>(valueOf: (plain: PlainText | undefined) => Value): Value => {
    const plain = opened();
    return plain instanceof Error ? (plain as Value) : valueOf(plain);
  };
  return {
    language: text.language,
    key: text.kind === 'sealed' ? text.key : null,
    get en() {
      return read((plain) => plain?.en ?? null);
    },
    get fr() {
      return read((plain) => plain?.fr ?? null);
    },
    get redacted() {
      return read((plain) => plain === undefined);
    },
  };
}
