import type { Role } from '../authority.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse } from '../decision.js';
import { isArea } from '../geography-rules.js';
import { isCode, observationStream, organizationStream } from '../identifiers.js';
import { findIndicator } from '../indicator/registry.js';
import { speakersFor } from '../organization/registry.js';
import { organization } from '../organization/state.js';
import { checkUnlocked } from '../submission/lock.js';
import { firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import * as decisions from './decide.js';
import type { CategoryChoice, ObservationFlag } from './events.js';
import { observation, type ObservationContent, type ObservationKey } from './state.js';

type Key = CommandInput & {
  readonly indicator: string;
  readonly period: string;
  /** Absent or empty for the total. */
  readonly categories?: readonly CategoryChoice[] | undefined;
};

type Content = Partial<Omit<ObservationContent, 'flags' | 'narrative'>> & {
  readonly flags?: readonly ObservationFlag[] | undefined;
  readonly narrative?: Label | undefined;
};

type OfBody = Key & { readonly organization: string };
type OfArea = Key & { readonly area: string };
type Reasoned = { readonly reason: Label };
type Details = decisions.ObservationDetails | ReturnType<typeof refuse>;

/** The details as given, with what may be left out filled in. */
function given(input: Key & Content, geography: ObservationKey['geography']) {
  const { period, categories = [], status = 'REPORTED', flags = [] } = input;
  const { value, numerator, denominator, histogram, interval, missingUnits } = input;
  const numbers = { value, numerator, denominator, histogram, interval, missingUnits };
  const { sourceReleasedOn } = input;
  const narrative = input.narrative && plainText(input.narrative);
  return { geography, period, categories, status, flags, ...numbers, narrative, sourceReleasedOn };
}

async function bodyDetails(input: OfBody & Content, around: Surroundings): Promise<Details> {
  const { codeLists, today } = around;
  const code = input.organization;
  const indicator = await findIndicator(input.indicator, around);
  if ('refusals' in indicator) return indicator;
  const { state: body } = await around.read(organization, organizationStream(code));
  if (!isCode(code) || body.status === 'none')
    return refuse('organization-unknown', 'input.organization', { organization: code });
  const locked = firstRefusal(
    await checkUnlocked({ ...input, body: code }, 'input.period', around),
  );
  if (locked) return locked;
  return { ...given(input, { kind: 'BODY', code }), indicator, body, codeLists, today };
}

async function areaDetails(input: OfArea & Content, around: Surroundings): Promise<Details> {
  const { codeLists, today } = around;
  const code = input.area;
  const indicator = await findIndicator(input.indicator, around);
  if ('refusals' in indicator) return indicator;
  if (!(await isArea(code, around))) return refuse('area-unknown', 'input.area', { area: code });
  return { ...given(input, { kind: 'AREA', code }), indicator, codeLists, today };
}

const bodyRoles: readonly Role[] = [
  'municipal-editor',
  'municipal-approver',
  'ministry-analyst',
  'administrator',
];

const onBody = {
  noun: observation,
  roles: bodyRoles,
  parties: (input: OfBody, around: Surroundings) => speakersFor([input.organization], around),
  target: (input: OfBody) =>
    observationStream(input.indicator, { kind: 'BODY', code: input.organization }),
};

const areaRoles: readonly Role[] = ['ministry-analyst', 'administrator'];

const onArea = {
  noun: observation,
  roles: areaRoles,
  parties: () => [],
  target: (input: OfArea) => observationStream(input.indicator, { kind: 'AREA', code: input.area }),
};

type Reader<Input> = (input: Input, around: Surroundings) => Promise<Details>;

const recording =
  <Input>(read: Reader<Input>) =>
  async (input: Input, around: Surroundings) => {
    const details = await read(input, around);
    return 'refusals' in details ? details : decisions.recordObservation(details);
  };

const correcting =
  <Input extends Reasoned>(read: Reader<Input>) =>
  async (input: Input, around: Surroundings) => {
    const { reason } = input;
    const details = await read(input, around);
    return 'refusals' in details ? details : decisions.correctObservation({ ...details, reason });
  };

const withdrawing =
  <Input extends Reasoned>(read: Reader<Input>) =>
  async (input: Input, around: Surroundings) => {
    const { reason } = input;
    const details = await read(input, around);
    return 'refusals' in details ? details : decisions.withdrawObservation({ ...details, reason });
  };

/** Records what a body observed for a period. */
export const recordObservation = command({
  ...onBody,
  name: 'recordObservation',
  decide: recording<RecordObservationInput>(bodyDetails),
});
export type RecordObservationInput = OfBody & Content;

/** Corrects what a body observed. */
export const correctObservation = command({
  ...onBody,
  name: 'correctObservation',
  decide: correcting<CorrectObservationInput>(bodyDetails),
});
export type CorrectObservationInput = RecordObservationInput & Reasoned;

/** Withdraws what a body observed. */
export const withdrawObservation = command({
  ...onBody,
  name: 'withdrawObservation',
  decide: withdrawing<WithdrawObservationInput>(bodyDetails),
});
export type WithdrawObservationInput = OfBody & Reasoned;

/** Records what a source published for a reference area: a code of `reference-areas`. */
export const recordPublishedObservation = command({
  ...onArea,
  name: 'recordPublishedObservation',
  decide: recording<RecordPublishedObservationInput>(areaDetails),
});
export type RecordPublishedObservationInput = OfArea & Content;

/** Corrects what a source published, a revision of its own for instance. */
export const correctPublishedObservation = command({
  ...onArea,
  name: 'correctPublishedObservation',
  decide: correcting<CorrectPublishedObservationInput>(areaDetails),
});
export type CorrectPublishedObservationInput = RecordPublishedObservationInput & Reasoned;

/** Withdraws what a source published. */
export const withdrawPublishedObservation = command({
  ...onArea,
  name: 'withdrawPublishedObservation',
  decide: withdrawing<WithdrawPublishedObservationInput>(areaDetails),
});
export type WithdrawPublishedObservationInput = OfArea & Reasoned;
