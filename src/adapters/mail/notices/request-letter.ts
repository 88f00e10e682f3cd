import type { Role } from '../../../domain/authority.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { Language } from '../../../domain/text.js';
import { answerableFor } from '../../../projections/due/answerable.js';
import type { Snapshot } from '../../../projections/read-models.js';
import type { RequestDocument } from '../../../projections/reporting/view.js';
import type { Addressees, Desk, Letter } from './event-notice.js';

/** What a letter about a request for information says, in both languages. */
export type RequestTexts = Readonly<
  Record<Language, { readonly subject: string; readonly opening: string }>
>;

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
export async function requestOf(
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
export async function requestAddressees(
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

/** A letter about a request; the question is read in the hub. */
export function requestLetter(
  { dueOn, period }: RequestDocument,
  texts: RequestTexts,
  { words }: Desk,
): Letter {
  const { subject, opening } = texts[words.language];
  return { subject, lines: [opening, '', ...details[words.language](words.date(dueOn), period)] };
}
