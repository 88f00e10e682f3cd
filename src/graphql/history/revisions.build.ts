import { noDifference } from '../../domain/indicator/difference.js';
import type { FreeText } from '../../domain/text.js';
import type { ObservationVersion as Version } from '../../projections/observations/versions.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Question } from '../outcome/question.js';
import { freeTextOf } from '../text.build.js';
import { readHistory } from '../timeline/timeline.load.js';
import type { AreaSteps } from './area-steps.js';
import { compared } from './compared.js';
import type { NumberSteps } from './revisions.load.js';
import {
  buildObservationVersion,
  mayReadVersion,
  placeOf,
  type PlaceNames,
} from './observation-version.build.js';
import { isBroken, isMark, kindOf, type Step } from './revision-steps.js';
import type { RevisedObservation, Revision, RevisionSummary } from './revisions.object.js';

/** What revisions are told with. */
export type Known = {
  readonly question: Question;
  readonly names: PlaceNames;
  readonly reading: Reading;
};

type Decision = Pick<Version, 'recordedAt' | 'actingFor'> & { readonly reason: FreeText | null };

/** The decision behind a step: the version's own, or a mark, which is read from the log. */
async function decisionOf(step: Step, { stream }: Version, reading: Reading): Promise<Decision> {
  if (step.after !== undefined && !isMark(step)) return step.after;
  const events = await readHistory(stream, reading);
  const mark = events.find(({ position }) => position === step.at);
  if (mark === undefined) throw new Error(`no event of ${stream} at position ${step.at}`);
  const { recordedAt, actingFor } = mark.metadata;
  return { recordedAt, actingFor, reason: mark.data['reason'] as FreeText };
}

async function buildRevision(
  step: Step,
  version: Version,
  area: AreaSteps,
  { question, names, reading }: Known,
): Promise<Revision> {
  const { indicator } = question;
  const mayRead = mayReadVersion(version, indicator, reading);
  const { recordedAt, actingFor, reason } = await decisionOf(step, version, reading);
  const build = (row: Version | undefined) =>
    row === undefined ? null : buildObservationVersion(row, indicator, names, reading);
  const [before, after] = [build(step.before), build(step.after)];
  const none = { value: null, absence: null };
  const [areaBefore, areaAfter] = area.around(step);
  const broken = isBroken(step, indicator.breaks);
  const areaBroken = broken || areaBefore.epoch !== areaAfter.epoch;
  return {
    position: step.at,
    recordedAt,
    actingFor: buildOrganization(actingFor, names.organizations),
    kind: kindOf(step),
    reason: mayRead && reason ? freeTextOf(reason, reading.context) : null,
    before,
    after,
    change: compared(before ?? none, after ?? none, indicator, broken),
    areaBefore,
    areaAfter,
    effect: compared(areaBefore, areaAfter, indicator, areaBroken),
  };
}

/** A number with every change since it was first recorded. */
export async function buildRevised(
  steps: readonly Step[],
  area: AreaSteps,
  known: Known,
): Promise<RevisedObservation> {
  const { question, names, reading } = known;
  const first = steps[0]?.after as Version;
  const revisions = steps.filter(({ isFirst }) => !isFirst);
  return {
    ...placeOf(first, names),
    first: buildObservationVersion(first, question.indicator, names, reading),
    revisions: await Promise.all(revisions.map((step) => buildRevision(step, first, area, known))),
  };
}

/** What all revisions together did to what the area reads. */
export function buildSummary(
  revised: readonly NumberSteps[],
  area: AreaSteps,
  { question }: Known,
): RevisionSummary {
  const { indicator } = question;
  const { basis, firstComplete, now } = area;
  const complete = firstComplete && area.around(firstComplete)[1];
  const revisions = revised.flatMap((number) =>
    number.steps.filter(({ isFirst }) => !isFirst).map((step) => ({ step, of: number })),
  );
  // What went over to another definition is no longer in the number.
  const isMoved = revisions.some(
    ({ step, of }) =>
      of.basis === basis && step.at > (firstComplete?.at ?? 0) && isBroken(step, indicator.breaks),
  );
  const broken = isMoved || complete?.epoch !== now.epoch;
  return {
    basis,
    revisions: revisions.length,
    bodiesRevised: revised.filter(({ key }) => key.startsWith('BODY ')).length,
    firstCompleteAt: firstComplete?.at ?? null,
    firstComplete: complete ?? null,
    now,
    effect: complete ? compared(complete, now, indicator, broken) : noDifference('INCOMPLETE'),
  };
}
