import { hash } from 'node:crypto';
import type { StoredEvent } from '../../domain/event.js';

const idOf = (...about: readonly string[]): string =>
  hash('sha256', JSON.stringify(about), 'hex').slice(0, 40);

/** What the notice of an event for a person is called: 40 hexadecimal digits, always the same. */
export const eventNoticeId = ({ id }: Pick<StoredEvent, 'id'>, person: string): string =>
  idOf('event', id, person);

/** The same for the digest of an organization on a day. */
export const digestNoticeId = (organization: string, day: string, person: string): string =>
  idOf('digest', organization, day, person);
