import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { expectedOf } from '../../domain/cycle/expectation.js';
import { timingOf } from '../../domain/cycle/timeliness.js';
import { standingOf, type CellVersion } from '../../domain/submission/standing.js';
import { categoriesOf } from '../observations/categories-of.js';
import type { CycleDocument, SubmissionDocument } from '../reporting/view.js';
import { inUse } from '../roster/in-use.js';
import { answerableFor } from './answerable.js';
import type { DueItem, DueQuestion, DueSource, DueState } from './due-item.js';

type Fate = Pick<DueItem, 'state' | 'doneOn' | 'daysLate'>;
type Numbers = ReadonlyMap<string, readonly CellVersion[]>;

/** Grace is said, since the day itself is the deadline. */
function whatOf(graceUntil: CivilDate, { period, deadline }: CycleDocument): DueItem['what'] {
  const until = graceUntil > deadline;
  return {
    en: `Report for ${period}${until ? ` (not late until after ${graceUntil})` : ''}`,
    fr: `Rapport pour ${period}${until ? ` (en retard après le ${graceUntil} seulement)` : ''}`,
  };
}

const isClosed = ({ closedOn }: CycleDocument, on: CivilDate): boolean =>
  closedOn !== undefined && closedOn <= on;

/** Open until its grace ends; then the public is told nothing, not even that it is late. */
const publicFate = (cycle: CycleDocument, graceUntil: CivilDate, on: CivilDate) =>
  on > graceUntil || isClosed(cycle, on)
    ? undefined
    : { state: 'OPEN' as const, doneOn: null, daysLate: null };

const isThere = (submission: SubmissionDocument, numbers: readonly CellVersion[]): boolean =>
  ['SUBMITTED', 'ACCEPTED'].includes(standingOf(submission, numbers));

/**
 * Done once it lies before the ministry. What was returned or changed after it was submitted is
 * to be submitted again, but makes nobody late; what a cycle ended without is given up.
 */
function knownFate(
  cycle: CycleDocument,
  submission: SubmissionDocument | undefined,
  numbers: readonly CellVersion[],
  on: CivilDate,
): Fate {
  const { timeliness, daysAfterDeadline } = timingOf(cycle, submission?.firstFiledOn, on);
  const daysLate = timeliness === 'LATE' ? daysAfterDeadline : null;
  const filedOn = submission?.firstFiledOn;
  if (submission !== undefined && filedOn !== undefined && filedOn <= on) {
    const isDone = isClosed(cycle, on) || isThere(submission, numbers);
    return { state: isDone ? 'DONE' : 'OPEN', doneOn: isDone ? filedOn : null, daysLate };
  }
  if (isClosed(cycle, on)) return { state: 'CANCELLED', doneOn: null, daysLate: null };
  const state: DueState = timeliness === 'LATE' ? 'LATE' : 'OPEN';
  return { state, doneOn: null, daysLate };
}

async function readNumbers(
  { period, expectations }: CycleDocument,
  { snapshot, asOf, touch }: DueQuestion,
): Promise<Numbers> {
  const rows = await Promise.all(
    expectations.map(({ indicator }) => {
      touch(`outcome:${indicator}:${period}`);
      return snapshot.reportedCells(indicator, period, undefined, asOf);
    }),
  );
  const cells = rows.flat().map((row) => ({ ...row, categories: categoriesOf(row.categories) }));
  return Map.groupBy(cells, ({ geography }) => geography);
}

async function dueIn(cycle: CycleDocument, question: DueQuestion): Promise<readonly DueItem[]> {
  const { snapshot, asOf, on, reports, withheld, touch } = question;
  const { id, period, deadline, graceDays, revision } = cycle;
  const graceUntil = addDays(deadline, graceDays);
  touch('indicators');
  touch(`submissions:${period}`);
  const indicators = await snapshot.indicators(asOf);
  const asked = [...question.organizations.values()].filter(({ code, ...body }) => {
    const of = { ...body, code };
    const expected = expectedOf(cycle, of, (key) => inUse(indicators.get(key)));
    const isShown = expected.every((key) => reports.showsNumber(code, key));
    return expected.length > 0 && isShown && !withheld.has(code);
  });
  const known = asked.filter(({ code }) => reports.knows(code));
  const rows = known.length > 0 ? await snapshot.submissions({ period }, asOf) : [];
  const submissions = new Map(rows.map(({ body, document }) => [body, document]));
  // Where nothing may be submitted any more, it does not matter what changed since.
  const isRead = known.some(({ code }) => submissions.has(code)) && !isClosed(cycle, on);
  const numbers: Numbers = isRead ? await readNumbers(cycle, question) : new Map();
  return asked.flatMap(({ code }): readonly DueItem[] => {
    const fate = reports.knows(code)
      ? knownFate(cycle, submissions.get(code), numbers.get(code) ?? [], on)
      : publicFate(cycle, graceUntil, on);
    if (fate === undefined) return [];
    return [
      {
        id: `report.${id}.${code}`,
        kind: 'report',
        what: whatOf(graceUntil, cycle),
        title: null,
        dueOn: deadline,
        ...fate,
        organizations: answerableFor(code, on, question.organizations),
        planId: null,
        commitmentId: null,
        revision,
      },
    ];
  });
}

/**
 * Reports that cycles expect of bodies, by their deadline. That there is one is known to all;
 * whether a body has reported only to those who may read its reports.
 */
export const dueReports: DueSource = async (question) => {
  question.touch('cycles');
  const cycles = await question.snapshot.reportingCycles(question.asOf);
  return (await Promise.all(cycles.map(({ document }) => dueIn(document, question)))).flat();
};
