import type { Role } from '../../../domain/authority.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { Language } from '../../../domain/text.js';
import { answerableFor } from '../../../projections/due/answerable.js';
import type { Snapshot } from '../../../projections/read-models.js';
import type { RequestDocument } from '../../../projections/reporting/view.js';
import type { Addressees, EventNotice } from './event-notice.js';

/** What is told of a request for information; the question is read in the hub. */
export type RequestTold = Pick<EventNotice, 'type'> & {
  /** What a letter says in both languages. */
  readonly texts: Readonly<
    Record<Language, { readonly subject: string; readonly opening: string }>
  >;
  /** True while there is still something to tell. */
  stands(request: RequestDocument, event: StoredEvent): boolean;
};

/** Roles whose holders may answer for an organization. */
const answering: readonly Role[] = ['partner', 'municipal-editor', 'municipal-approver'];

const details: Readonly<Record<Language, (due: string, period?: string) => readonly string[]>> = {
  en: (due, period) => [
    `Due on: ${due}`,
    ...(period === undefined ? [] : [`Period: ${period}`]),
    '',
    'The question is in Jalon: informationRequests.',
  ],
  fr: (due, period) => [
    `Échéance\u00a0: ${due}`,
    ...(period === undefined ? [] : [`Période\u00a0: ${period}`]),
    '',
    'La question est dans Jalon\u00a0: informationRequests.',
  ],
};

/** The request that an event is of, as it stands; undefined when it was made in error. */
async function requestOf(
  { stream }: StoredEvent,
  snapshot: Snapshot,
): Promise<RequestDocument | undefined> {
  const rows = await snapshot.informationRequests({ position: snapshot.position });
  return rows.find(({ id }) => id === stream)?.document;
}

/**
 * Those who may answer for the organizations that were asked and have not answered, and for
 * whoever took the place of one.
 */
async function addressees(
  event: StoredEvent,
  snapshot: Snapshot,
  today: CivilDate,
): Promise<Addressees> {
  const request = await requestOf(event, snapshot);
  const waitedFor = request?.organizations.filter((code) => !(code in request.answeredOn)) ?? [];
  const roster = await snapshot.organizations({ position: snapshot.position });
  const told = waitedFor.flatMap((code) => answerableFor(code, today, roster));
  return { organizations: told, roles: answering };
}

/** The notice of a step in the life of a request, told while it stands. */
export const requestNotice = ({ type, texts, stands }: RequestTold): EventNotice => ({
  type,
  kind: 'SUBMISSION',
  addressees,
  async write(event, { snapshot, words }) {
    const request = await requestOf(event, snapshot);
    if (request === undefined || !stands(request, event)) return undefined;
    const { subject, opening } = texts[words.language];
    const { dueOn, period } = request;
    return { subject, lines: [opening, '', ...details[words.language](words.date(dueOn), period)] };
  },
});
