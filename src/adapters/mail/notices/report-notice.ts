import type { Role } from '../../../domain/authority.js';
import type { EventData, EventType } from '../../../domain/catalogue.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import type { StoredEvent } from '../../../domain/event.js';
import { cycleStream } from '../../../domain/identifiers.js';
import type { Language } from '../../../domain/text.js';
import { answerableFor } from '../../../projections/due/answerable.js';
import type { Snapshot } from '../../../projections/read-models.js';
import type { SubmissionDocument, SubmissionStep } from '../../../projections/reporting/view.js';
import type { Addressees, Desk, EventNotice } from './event-notice.js';

/** What a letter about a report says in one language, besides whose it is. */
export type ReportTexts = {
  /** What was done, after the name of the body: "the report for 2023 was accepted". */
  subject(period: string): string;
  readonly opening: string;
};

/** What is told of a step in the life of a report; its free texts are read in the hub. */
export type ReportTold = {
  readonly type: Extract<EventType, `Submission${string}` | 'FeedbackGiven'>;
  /** True where a later decision about the report leaves nothing to tell. */
  readonly isUndoneByTheNext: boolean;
  readonly tellsActor?: true;
  readonly texts: Readonly<Record<Language, ReportTexts>>;
  readonly details?: (
    step: SubmissionStep,
    report: SubmissionDocument,
    desk: Desk,
  ) => Promise<readonly string[]>;
};

type Of = Pick<EventData<'SubmissionAccepted'>, 'period' | 'body'>;

const reporters: readonly Role[] = ['municipal-editor', 'municipal-approver'];

const isDecision = ({ kind }: SubmissionStep): boolean => kind !== 'FEEDBACK';

const closings: Readonly<Record<Language, (of: Of, body: string) => readonly string[]>> = {
  en: ({ body, period }, name) => [
    `Body: ${name}`,
    `Period: ${period}`,
    '',
    `It is all in Jalon: submission(cycleId: "${cycleStream(period)}", body: "${body}").`,
  ],
  fr: ({ body, period }, name) => [
    `Organisme\u00a0: ${name}`,
    `Période\u00a0: ${period}`,
    '',
    `Tout est dans Jalon\u00a0: submission(cycleId: "${cycleStream(period)}", body: "${body}").`,
  ],
};

async function reportOf(
  { period, body }: Of,
  snapshot: Snapshot,
): Promise<SubmissionDocument | undefined> {
  const [row] = await snapshot.submissions({ period, body }, { position: snapshot.position });
  return row?.document;
}

/**
 * Editors and approvers of the body and of whoever took its place, and whoever submitted the
 * report. What becomes of that of a First Nation is for its own people: whoever submitted it need
 * not be one of them.
 */
async function addressees(
  event: StoredEvent,
  snapshot: Snapshot,
  today: CivilDate,
): Promise<Addressees> {
  const { position, metadata, data } = event;
  const of = data as Of;
  const steps = (await reportOf(of, snapshot))?.steps ?? [];
  const filed = steps.findLast((step) => step.kind === 'FILED' && step.position <= position);
  const organizations = await snapshot.organizations({ position: snapshot.position });
  const isOwn = organizations.get(of.body)?.kind === 'FIRST_NATION';
  const person = isOwn && filed?.actor !== metadata.actor ? undefined : filed?.actor;
  const told = answerableFor(of.body, today, organizations);
  return { organizations: told, roles: reporters, person };
}

/** The notice of a step in the life of a report, told while it stands. */
export const reportNotice = ({
  type,
  isUndoneByTheNext,
  texts,
  details = async () => [],
  ...told
}: ReportTold): EventNotice => ({
  ...told,
  type,
  kind: 'SUBMISSION',
  addressees,
  async write({ position, data }, desk) {
    const of = data as Of;
    const report = await reportOf(of, desk.snapshot);
    const step = report?.steps.find((each) => each.position === position);
    if (report === undefined || step === undefined) return undefined;
    if (isUndoneByTheNext && report.steps.findLast(isDecision) !== step) return undefined;
    const { language, organization } = desk.words;
    const name = organization(of.body);
    const { subject, opening } = texts[language];
    const said = await details(step, report, desk);
    return {
      subject: `${name}${language === 'fr' ? '\u00a0' : ''}: ${subject(of.period)}`,
      lines: [opening, '', ...said, ...closings[language](of, name)],
    };
  },
});
