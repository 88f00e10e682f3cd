import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Refusal } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { holderBody, type Holder } from './decide-organizing.js';
import { isWebAddress } from './decide.js';
import { inPlan } from './in-plan.js';
import {
  adoptedByAllOn,
  hasAdopted,
  participants,
  type OpenPlan,
  type PlanState,
} from './state.js';

const checkNote = (note: Label | undefined, field = 'input.note'): readonly Refusal[] =>
  note === undefined ? [] : checkText(note, field);

const noteBody = (note: Label | undefined) => note && { note: plainText(note) };

/** Something that only happens to a plan which every participating body has adopted. */
function checkAdoptedBefore(open: OpenPlan, date: CivilDate, field: string): readonly Refusal[] {
  const adoptedOn = adoptedByAllOn(open);
  if (adoptedOn === undefined) return refuse('plan-not-adopted', 'input.planId').refusals;
  if (date >= adoptedOn) return [];
  return refuse('date-before-adoption', field, { adoptedOn }).refusals;
}

/** Records that the Minister appointed a planner for a body. */
export const appointPlanner = (
  details: Holder & {
    readonly body: string;
    readonly appointedOn: CivilDate;
    readonly today: CivilDate;
  },
) =>
  inPlan((open) => {
    const { body, appointedOn, office, today } = details;
    if (!participants(open).includes(body))
      return refuse('body-not-in-plan', 'input.body', { body });
    return (
      firstRefusal(
        checkDate(appointedOn, 'input.appointedOn', today),
        checkNote(office, 'input.office'),
      ) ?? accept({ type: 'PlannerAppointed', data: { body, appointedOn, ...holderBody(details) } })
    );
  });

/** Records what a body sent the ministry in place of an adopted plan. */
export const fileInterimSubmission = (details: {
  readonly body: string;
  readonly filedOn: CivilDate;
  readonly note?: Label | undefined;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { body, filedOn, note, today } = details;
    if (!participants(open).includes(body))
      return refuse('body-not-in-plan', 'input.body', { body });
    if (hasAdopted(open, body)) return refuse('plan-already-adopted', 'input.body', { body });
    return (
      firstRefusal(checkDate(filedOn, 'input.filedOn', today), checkNote(note)) ??
      accept({ type: 'InterimSubmissionFiled', data: { body, filedOn, ...noteBody(note) } })
    );
  });

/** Records a report on the effect of the plan on its priority risks. */
export const publishEffectReport = (details: {
  readonly url: string;
  readonly publishedOn: CivilDate;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { url, publishedOn, today } = details;
    if (!isWebAddress(url)) return refuse('url-invalid', 'input.url');
    return (
      firstRefusal(
        checkDate(publishedOn, 'input.publishedOn', today),
        checkAdoptedBefore(open, publishedOn, 'input.publishedOn'),
      ) ?? accept({ type: 'EffectReportPublished', data: { url, publishedOn } })
    );
  });

/** Records a completed review; reviews come in the order of their days. */
export const completeReview = (details: {
  readonly completedOn: CivilDate;
  readonly revisionNeeded: boolean;
  readonly note?: Label | undefined;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { completedOn, revisionNeeded, note, today } = details;
    const refusal = firstRefusal(
      checkDate(completedOn, 'input.completedOn', today),
      checkAdoptedBefore(open, completedOn, 'input.completedOn'),
      checkNote(note),
    );
    if (refusal) return refusal;
    const { lastReviewOn: last } = open;
    if (last !== undefined && completedOn <= last)
      return refuse('review-before-last', 'input.completedOn', { last });
    const data = { completedOn, revisionNeeded, ...noteBody(note) };
    return accept({ type: 'ReviewCompleted', data });
  });

/** Records that the plan was revised, for the councils to adopt anew or not. */
export const revisePlan = (details: {
  readonly revisedOn: CivilDate;
  readonly readoption: boolean;
  readonly summary: Label;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { revisedOn, readoption, summary, today } = details;
    return (
      firstRefusal(
        checkDate(revisedOn, 'input.revisedOn', today),
        checkAdoptedBefore(open, revisedOn, 'input.revisedOn'),
        checkText(summary, 'input.summary'),
      ) ??
      accept({
        type: 'PlanRevised',
        data: { revisedOn, readoption, summary: plainText(summary) },
      })
    );
  });

/** Another plan takes the place of this one: adopted by all, and of all bodies of this one. */
export const supersedePlan = (details: {
  readonly planId: string;
  readonly by: string;
  readonly successor: PlanState;
  readonly supersededOn: CivilDate;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { planId, by, successor, supersededOn, today } = details;
    if (by === planId) return refuse('plan-supersedes-itself', 'input.by');
    if (successor.status === 'none') return refuse('successor-unknown', 'input.by');
    if (successor.supersededBy !== undefined)
      return refuse('plan-superseded', 'input.by', { by: successor.supersededBy });
    const adoptedOn = adoptedByAllOn(successor);
    if (adoptedOn === undefined) return refuse('successor-not-adopted', 'input.by');
    const left = participants(open).filter((body) => !participants(successor).includes(body));
    if (left.length > 0)
      return refuse('successor-without-bodies', 'input.by', { bodies: left.join(', ') });
    const refusal = firstRefusal(checkDate(supersededOn, 'input.supersededOn', today));
    if (refusal) return refusal;
    if (supersededOn < adoptedOn)
      return refuse('date-before-adoption', 'input.supersededOn', { adoptedOn });
    return accept({ type: 'PlanSuperseded', data: { by, supersededOn } });
  });
