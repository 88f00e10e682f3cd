import { upcast } from '../../domain/catalogue.js';
import { torontoDate, type CivilDate } from '../../domain/civil-date.js';
import type { CommitmentRules } from '../../domain/commitment/standing.js';
import type { EventLog } from '../../domain/event-log.js';
import type { StatutoryRules } from '../../domain/plan/rules.js';
import type { TextKeys } from '../../domain/text-keys.js';
import type { Language } from '../../domain/text.js';
import type { PersonRow } from '../../projections/people/view.js';
import type { ReadModels, Snapshot } from '../../projections/read-models.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import { wordsIn, type Words } from '../words.js';
import type { ReadDue } from './last-due.js';
import type { Notice } from './mail-ledger.js';
import { eventNoticeId } from './notice-id.js';
import { writeDigest } from './notices/digest.js';
import type { Letter } from './notices/event-notice.js';
import { noticeOf } from './notices/notices.js';
import type { Message } from './post.js';
import { recipientsOf, roleIn, wants } from './recipients.js';

/** What letters are written from. */
export type LetterPorts = {
  readonly log: Pick<EventLog, 'readAll'>;
  readonly readModels: Pick<ReadModels, 'snapshot'>;
  readonly keys: Pick<TextKeys, 'open'>;
  readonly rules: StatutoryRules & CommitmentRules;
  readonly readDue: ReadDue;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
};

/** Whoever a notice is for, and what they may be told from. */
type Writing = {
  readonly notice: Notice;
  readonly person: PersonRow;
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly organizations: ReadonlyMap<string, OrganizationRow>;
  readonly snapshot: Snapshot;
  readonly words: Words;
  readonly today: CivilDate;
};

const footers: Readonly<Record<Language, string>> = {
  en:
    'Jalon wrote this because you asked for such notices. Change or end them with ' +
    'setPersonContact. Nobody reads answers to this message.',
  fr:
    'Jalon vous écrit parce que vous avez demandé ces avis. Changez-les ou mettez-y fin avec ' +
    'setPersonContact. Personne ne lit les réponses à ce message.',
};

/** A digest of today; one that could not be sent on its day is not sent late. */
async function ofDay(
  { rules, readDue }: LetterPorts,
  writing: Writing,
): Promise<Letter | undefined> {
  const { notice, person, organizations, snapshot, words, today } = writing;
  const { organization, day } = notice;
  const role = roleIn(person, organization, today);
  if (day !== today || role === undefined || !wants(person, 'DIGEST')) return undefined;
  const reader = { role, organizations: [organization] };
  const desk = { snapshot, words, readDue };
  return writeDigest(organization, reader, rules, today, organizations, desk);
}

/**
 * A letter about an event, to one who is still to get it. After a restore another event may have
 * the position of the one that the notice was queued for; nothing is told of that.
 */
async function ofEvent({ log }: LetterPorts, writing: Writing): Promise<Letter | undefined> {
  const { notice, people, snapshot, words, today } = writing;
  for await (const [stored] of log.readAll({ from: notice.position, limit: 1 })) {
    const event = stored && upcast(stored);
    const told = event && noticeOf(event.type);
    if (event === undefined || told === undefined) return undefined;
    if (notice.id !== eventNoticeId(event, notice.person)) return undefined;
    const addressees = await told.addressees(event, snapshot, today);
    const recipients = recipientsOf(addressees, told.kind, people, today);
    return recipients.includes(notice.person) ? told.write(event, { snapshot, words }) : undefined;
  }
  return undefined;
}

/**
 * Writes what a notice says, from what is known now: who left, unsubscribed or whose address was
 * redacted since it was queued gets nothing.
 * @returns undefined when nobody or nothing is left to tell
 */
export async function writeLetter(
  notice: Notice,
  ports: LetterPorts,
): Promise<Message | undefined> {
  const { readModels, keys, now } = ports;
  const snapshot = await readModels.snapshot();
  try {
    const asOf = { position: snapshot.position };
    const people = await snapshot.people(asOf);
    const person = people.get(notice.person);
    const { address, language = 'en' } = person?.contact ?? {};
    const [opened] = address?.kind === 'sealed' ? keys.open([address]) : [address];
    if (person === undefined || opened?.en === undefined) return undefined;
    const organizations = await snapshot.organizations(asOf);
    const words = wordsIn(language, organizations, keys);
    const today = torontoDate(now());
    const writing = { notice, person, people, organizations, snapshot, words, today };
    const letter = await (notice.day === '' ? ofEvent : ofDay)(ports, writing);
    if (letter === undefined) return undefined;
    const text = [...letter.lines, '', '-- ', footers[language], ''].join('\n');
    return { id: notice.id, to: opened.en, language, subject: letter.subject, text };
  } finally {
    snapshot.release();
  }
}
