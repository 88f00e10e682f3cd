import type { z } from 'zod';
import { areaEvents } from './area/events.js';
import { codeListEvents } from './code-list/events.js';
import { commitmentEvents } from './commitment/events.js';
import { consentEvents } from './consent/events.js';
import { cycleEvents } from './cycle/events.js';
import { recordEvents, type EventBody, type EventSchemas, type StoredEvent } from './event.js';
import type { Category } from './identifiers.js';
import { importEvents } from './import/events.js';
import { indicatorEvents } from './indicator/events.js';
import { measureEvents } from './measure/events.js';
import { observationEvents } from './observation/events.js';
import { organizationEvents } from './organization/events.js';
import { personEvents } from './person/events.js';
import { planEvents } from './plan/events.js';
import { requestEvents } from './request/events.js';
import { submissionEvents } from './submission/events.js';

/** Every kind of event the hub has ever written, by the noun whose streams hold it. */
export const catalogue = {
  organization: organizationEvents,
  plan: planEvents,
  commitment: commitmentEvents,
  indicator: indicatorEvents,
  measure: measureEvents,
  observation: observationEvents,
  area: areaEvents,
  person: personEvents,
  codelist: codeListEvents,
  consent: consentEvents,
  import: importEvents,
  cycle: cycleEvents,
  submission: submissionEvents,
  request: requestEvents,
} as const satisfies Record<Category, EventSchemas>;

const everySchema = {
  ...organizationEvents,
  ...planEvents,
  ...commitmentEvents,
  ...indicatorEvents,
  ...measureEvents,
  ...observationEvents,
  ...areaEvents,
  ...personEvents,
  ...codeListEvents,
  ...consentEvents,
  ...importEvents,
  ...cycleEvents,
  ...submissionEvents,
  ...requestEvents,
  ...recordEvents,
} as const;

/** Stored name of any event. */
export type EventType = keyof typeof everySchema;

/** Body of an event of a type. */
export type EventData<T extends EventType> = z.infer<(typeof everySchema)[T]>;

/** A body of a version that only lacks what later became optional. */
const unchanged = (body: EventBody): EventBody => body;

/**
 * Upcasts by type: the n-th turns a body of version n into one of version n + 1. The current
 * version of a type is therefore one more than the number of its upcasts.
 */
const upcasts: Partial<Record<EventType, readonly ((body: EventBody) => EventBody)[]>> = {
  // 2: accountability, question, due days, histogram and levels, all optional.
  IndicatorDefined: [unchanged],
  IndicatorRevised: [unchanged],
  // 2: histogram, confidence interval and narrative, all optional.
  ObservationRecorded: [unchanged],
  ObservationCorrected: [unchanged],
  // 2: the hash of a marked copy and the number of problems, both optional.
  ImportFinished: [unchanged],
};

const isEventType = (type: string): type is EventType => Object.hasOwn(everySchema, type);

/** Version in which events of a type are written today. */
export const currentVersion = (type: EventType): number => 1 + (upcasts[type]?.length ?? 0);

/** Body schema of a type, for writing and for the generated catalogue. */
export const schemaOf = (type: EventType): z.ZodType => everySchema[type];

/** All event types, in the order of the catalogue. */
export const eventTypes = Object.keys(everySchema) as readonly EventType[];

/**
 * An event with its body in the current version.
 * @throws Error for a type or version this program has never written: nothing may skip it
 */
export function upcast(stored: StoredEvent): StoredEvent {
  const { type, schemaVersion } = stored;
  if (!isEventType(type)) throw new Error(`unknown event type ${type.slice(0, 100)}`);
  const current = currentVersion(type);
  if (schemaVersion === current) return stored;
  if (schemaVersion < 1 || schemaVersion > current)
    throw new Error(`unknown version ${schemaVersion} of ${type}`);
  const steps = upcasts[type]?.slice(schemaVersion - 1) ?? [];
  const data = steps.reduce((body, step) => step(body), stored.data);
  return { ...stored, data, schemaVersion: current };
}
