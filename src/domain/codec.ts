import { currentVersion, schemaOf, type EventType } from './catalogue.js';
import type { EventBody, EventMetadata, NewEvent } from './event.js';
import type { TextKeys } from './text-keys.js';
import type { PlainText, SealedText } from './text.js';

/** An accepted event on its way to the log. */
export type Draft = { readonly type: EventType; readonly data: EventBody };

const isPlainText = (value: object): value is PlainText =>
  'kind' in value && value.kind === 'plain' && 'language' in value;

function collectTexts(value: unknown, found: PlainText[]): void {
  if (value === null || typeof value !== 'object') return;
  if (isPlainText(value)) found.push(value);
  else for (const inner of Object.values(value)) collectTexts(inner, found);
}

function replaceTexts(value: unknown, sealed: ReadonlyMap<object, SealedText>): unknown {
  if (value === null || typeof value !== 'object') return value;
  const text = sealed.get(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return value.map((inner) => replaceTexts(inner, sealed));
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, replaceTexts(inner, sealed)]));
}

/** An event with a body that its schema accepts, its texts still readable. */
export type Unsealed = Draft & { readonly metadata: EventMetadata };

/**
 * The body of an accepted event as its schema has it.
 * @throws ZodError when a decision made a body its schema forbids, which is a bug
 */
export const checkedBody = ({ type, data }: Draft): EventBody =>
  schemaOf(type).parse(data) as EventBody;

/**
 * Turns accepted events into what the log holds: every free text sealed under a durable key of
 * its own. It is in place from the first event, because plaintext once written can never be
 * shredded.
 */
export async function encode(
  events: readonly Unsealed[],
  keys: Pick<TextKeys, 'seal'>,
  newId: () => string,
): Promise<readonly NewEvent[]> {
  const texts: PlainText[] = [];
  for (const { data } of events) collectTexts(data, texts);
  const sealed = texts.length === 0 ? [] : await keys.seal(texts);
  const byText = new Map(texts.map((text, at) => [text, sealed[at] as SealedText]));
  return events.map(({ type, data, metadata }) => ({
    id: newId(),
    type,
    schemaVersion: currentVersion(type),
    data: replaceTexts(data, byText) as EventBody,
    metadata,
  }));
}
