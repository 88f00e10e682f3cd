import type { StoredEvent } from '../../domain/event.js';
import type { FreeText, Language } from '../../domain/text.js';
import type { Names } from '../../projections/audit-timeline/sentence.js';
import { mayReadActor } from '../authorization.js';
import type { RequestContext } from '../context.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { TimelineEntry } from './timeline.object.js';

const isFreeText = (value: object): value is FreeText =>
  'kind' in value && (value.kind === 'sealed' || value.kind === 'plain') && 'language' in value;

function textsIn(value: unknown): readonly FreeText[] {
  if (value === null || typeof value !== 'object') return [];
  return isFreeText(value) ? [value] : Object.values(value).flatMap(textsIn);
}

/** A timeline entry out of its event; texts are opened when they are read. */
export function buildTimelineEntry(
  event: StoredEvent,
  recordedInError: boolean,
  { organizations }: Roster,
  namesIn: (language: Language) => Names,
  context: RequestContext,
): TimelineEntry {
  const { position, stream, revision, type, data, metadata } = event;
  const { actor, actingFor, recordedAt, effectiveOn } = metadata;
  return {
    event,
    namesIn,
    language: context.language,
    position,
    stream,
    revision,
    type,
    recordedAt,
    effectiveOn,
    actor: mayReadActor(context.caller, actingFor) ? actor : null,
    actingFor: buildOrganization(actingFor, organizations),
    recordedInError,
    reason: data['reason'] ? freeTextOf(data['reason'] as FreeText, context) : null,
    texts: textsIn(data).map((text) => freeTextOf(text, context)),
  };
}
