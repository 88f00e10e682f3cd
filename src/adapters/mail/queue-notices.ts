import { upcast } from '../../domain/catalogue.js';
import { torontoDate } from '../../domain/civil-date.js';
import type { StoredEvent } from '../../domain/event.js';
import type { PersonRow } from '../../projections/people/view.js';
import type { Snapshot } from '../../projections/read-models.js';
import type { LetterPorts } from './write-letter.js';
import type { MailCheckpoint, MailLedger, Notice } from './mail-ledger.js';
import { digestNoticeId, eventNoticeId } from './notice-id.js';
import { noticeOf } from './notices/notices.js';
import { recipientsOf, roleIn, wants } from './recipients.js';

/** What following the log needs besides what letters are written from. */
export type QueuePorts = Pick<LetterPorts, 'log' | 'readModels' | 'now'> & {
  readonly ledger: MailLedger;
  /** Hour of the day in Toronto from which digests are sent, 0–23. */
  readonly digestHour: number;
};

type People = ReadonlyMap<string, PersonRow>;

async function ofEvent(
  event: StoredEvent,
  snapshot: Snapshot,
  people: People,
  today: string,
): Promise<readonly Notice[]> {
  const told = noticeOf(event.type);
  if (told === undefined) return [];
  const addressees = await told.addressees(event, snapshot, today);
  return recipientsOf(addressees, told.kind, people, today)
    .filter((person) => told.tellsActor || person !== event.metadata.actor)
    .map((person) => {
      const id = eventNoticeId(event, person);
      return { id, position: event.position, organization: '', day: '', person };
    });
}

/** One notice for each organization and person who belongs to it and wants to be reminded. */
const ofDay = (people: People, organizations: Iterable<string>, day: string): readonly Notice[] => {
  const readers = [...people].filter(([, row]) => wants(row, 'DIGEST'));
  return [...organizations].flatMap((organization) =>
    readers
      .filter(([, row]) => roleIn(row, organization, day) !== undefined)
      .map(([person]) => {
        const id = digestNoticeId(organization, day, person);
        return { id, position: 0, organization, day, person };
      }),
  );
};

const torontoHour = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  hour: 'numeric',
  hourCycle: 'h23',
});

async function inSnapshot<T>(
  { readModels }: QueuePorts,
  task: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const snapshot = await readModels.snapshot();
  try {
    return await task(snapshot);
  } finally {
    snapshot.release();
  }
}

/** True once the views hold everything up to a position; before, they know too little. */
export const viewsReach = (ports: QueuePorts, position: number): Promise<boolean> =>
  inSnapshot(ports, async (snapshot) => snapshot.position >= position);

/**
 * Queues the notices of every event after the checkpoint, as far as the views are.
 * @returns the position reached
 */
export function queueEvents(ports: QueuePorts, position: number): Promise<number> {
  const { log, ledger, now } = ports;
  return inSnapshot(ports, async (snapshot) => {
    let reached = position;
    if (snapshot.position <= position) return reached;
    const people = await snapshot.people({ position: snapshot.position });
    const limit = snapshot.position - position;
    for await (const batch of log.readAll({ from: position + 1, limit })) {
      const today = torontoDate(now());
      const notices: Notice[] = [];
      for (const event of batch)
        notices.push(...(await ofEvent(upcast(event), snapshot, people, today)));
      reached = batch.at(-1)?.position ?? reached;
      await ledger.queue(notices, { position: reached });
    }
    return reached;
  });
}

/**
 * Queues the digests of today once their hour has come, at most once a day.
 * @returns the day whose digests were queued last
 */
export async function queueDigests(
  ports: QueuePorts,
  digestDay: MailCheckpoint['digestDay'],
): Promise<MailCheckpoint['digestDay']> {
  const { ledger, now, digestHour } = ports;
  const instant = now();
  const day = torontoDate(instant);
  if (digestDay >= day || Number(torontoHour.format(new Date(instant))) < digestHour)
    return digestDay;
  await inSnapshot(ports, async (snapshot) => {
    const asOf = { position: snapshot.position };
    const people = await snapshot.people(asOf);
    const organizations = await snapshot.organizations(asOf);
    await ledger.queue(ofDay(people, organizations.keys(), day), { digestDay: day });
  });
  return day;
}
