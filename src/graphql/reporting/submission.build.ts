import { addDays } from '../../domain/civil-date.js';
import { submissionStream } from '../../domain/identifiers.js';
import type { CategoryChoice } from '../../domain/observation/events.js';
import { speakerOn } from '../../domain/organization/succession.js';
import { missingIn } from '../../domain/submission/report.js';
import { cellName, reviewOf } from '../../domain/submission/standing.js';
import type { FreeText } from '../../domain/text.js';
import type * as view from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { mayReadActor } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import type { Indicator } from '../indicator/indicator.object.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readRoster, type Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { BodyReport, CurrentCell } from './body-reports.js';
import type { CellComment, ReportCell, Submission, SubmissionStep } from './submission.object.js';

type Known = { readonly roster: Roster; readonly reading: Reading };

const indicatorsOf = (keys: readonly string[], { roster }: Known): readonly Indicator[] =>
  keys.flatMap((key) => {
    const row = roster.indicators.get(key);
    return row === undefined ? [] : buildIndicator(row);
  });

const textOf = (text: FreeText | undefined, { reading }: Known) =>
  text === undefined ? null : freeTextOf(text, reading.context);

type Comment = {
  readonly indicator: string;
  readonly categories: readonly CategoryChoice[];
  readonly text: FreeText;
};

const commentsOf = (comments: readonly Comment[], known: Known): readonly CellComment[] =>
  comments.flatMap(({ indicator, categories, text }) =>
    indicatorsOf([indicator], known).map((built) => ({
      indicator: built,
      categories,
      text: freeTextOf(text, known.reading.context),
    })),
  );

function buildStep(step: view.SubmissionStep, known: Known): SubmissionStep {
  const { kind, position, at, actor, actingFor, text, comments, cells, reported } = step;
  const { caller } = known.reading.context;
  return {
    kind,
    position,
    at,
    actor: mayReadActor(caller, actingFor) ? actor : null,
    actingFor: buildOrganization(actingFor, known.roster.organizations),
    text: textOf(text, known),
    comments: commentsOf(comments ?? [], known),
    entries: cells ?? null,
    numbers: reported ?? null,
  };
}

function buildCells({ cells, submission }: BodyReport, known: Known): readonly ReportCell[] {
  const filing = submission ?? { status: 'none' as const };
  const filed = new Map(submission?.cells.map((cell) => [cellName(cell), cell.revision]));
  const returned = submission?.steps.findLast(({ kind }) => kind === 'RETURNED');
  const comments = new Map(returned?.comments?.map((each) => [cellName(each), each.text]));
  const changed = (cell: CurrentCell): boolean =>
    filed.size > 0 && filed.get(cellName(cell)) !== cell.revision;
  return cells.flatMap((cell) =>
    indicatorsOf([cell.indicator], known).map((indicator) => ({
      indicator,
      categories: cell.categories,
      status: cell.status,
      review: reviewOf(filing, cell),
      changedSinceSubmitted: changed(cell),
      comment: textOf(comments.get(cellName(cell)), known),
    })),
  );
}

/** The report of a body out of what it consists of. */
export async function buildSubmission(report: BodyReport, reading: Reading): Promise<Submission> {
  const known = { roster: await readRoster(reading), reading };
  const { organizations } = known.roster;
  const respondent = speakerOn(report.body.code, report.on, (each) => organizations.get(each));
  const { cycle, body, expected, submission, state, timing } = report;
  return {
    report,
    reading,
    id: submissionStream(cycle.id, body.code),
    revision: submission?.revision ?? -1,
    cycleId: cycle.id,
    period: cycle.period,
    organization: buildOrganization(body.code, organizations),
    respondent: buildOrganization(respondent, organizations),
    state,
    deadline: cycle.deadline,
    graceUntil: addDays(cycle.deadline, cycle.graceDays),
    ...timing,
    firstSubmittedOn: submission?.firstFiledOn ?? null,
    expected: indicatorsOf(expected, known),
    missing: indicatorsOf(missingIn(report), known),
    cells: buildCells(report, known),
    steps: (submission?.steps ?? []).map((step) => buildStep(step, known)),
  };
}
