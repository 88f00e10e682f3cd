import { notifier } from '../../../src/adapters/mail/notifier.js';
import { openPost } from '../../../src/adapters/mail/post.js';
import { sqliteMailLedger } from '../../../src/adapters/mail/sqlite-mail-ledger.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Caller, Role } from '../../../src/domain/authority.js';
import type { Command, CommandInput } from '../../../src/domain/command.js';
import type { EventSchemas } from '../../../src/domain/event.js';
import * as people from '../../../src/domain/person/commands.js';
import type { Language } from '../../../src/domain/text.js';
import { administrator, commandDesk } from '../../support/command-desk.js';
import { startMailServer } from '../../support/mail-server.js';

/** A person of a test: id and address come from the name. */
export type Correspondent = {
  readonly name: string;
  /** Roles granted, each with its organization. */
  readonly roles: readonly (readonly [role: Role, organization: string])[];
  readonly language?: Language;
  readonly notices?: readonly ('HANDOVER' | 'DIGEST' | 'SUBMISSION')[];
};

/** Id of a person, by name. */
export const personId = (name: string): string =>
  `person-${Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32)}`;

/** Address of a person, by name. */
export const addressOf = (name: string): string => `${name}@hub.example`;

/** What an SMTP message says: its subject and text, decoded. */
function readLetter(source: string): string {
  const end = source.indexOf('\r\n\r\n');
  const [head, body] = [source.slice(0, end), source.slice(end + 4)];
  const bytes = (text: string) =>
    Buffer.from(
      text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      ),
      'latin1',
    ).toString();
  const subject = /^Subject: (.*(?:\r\n .*)*)/im.exec(head)?.[1] ?? '';
  const words = subject
    .replaceAll(/\?=\s+=\?UTF-8\?Q\?/g, '')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, text: string) => bytes(text.replaceAll('_', ' ')))
    .replaceAll(/\r\n /g, ' ');
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
  const text = isBase64
    ? Buffer.from(body, 'base64').toString()
    : bytes(body.replaceAll(/=\r\n/g, ''));
  return `${words}\n${text.replaceAll('\r', '')}`;
}

/** A hub in memory with a notifier and a real SMTP server to write to. */
export async function mailOffice(ledger = sqliteMailLedger(':memory:')) {
  const desk = commandDesk();
  const readModels = openMemoryReadModels({ log: desk.log });
  const server = await startMailServer();
  const posts: { close(): void }[] = [];
  let given = 0;
  async function record<Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    input: Omit<Input, 'idempotencyKey'>,
    actor: Caller = administrator,
  ) {
    const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
    const outcome = await desk.execute(command, keyed, actor);
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
    await readModels.reached(outcome.position, 5_000);
    return outcome;
  }
  const invite = async ({
    name,
    roles,
    language = 'en',
    notices = ['SUBMISSION'],
  }: Correspondent) => {
    const person = personId(name);
    await record(people.invitePerson, { person });
    for (const [role, organization] of roles)
      await record(people.grantRole, { person, role, organization });
    await record(people.setPersonContact, { person, address: addressOf(name), language, notices });
  };
  const rules = { publicationDays: [], reviewYears: [], firstAdoptionBy: '2021-07-01' };
  const logger = { info: () => 0, warn: () => 0, error: () => 0 } as never;
  const { keys, clock } = desk;
  /** A notifier as the program has it after a start; each call of it is a round. */
  const start = (views = readModels) => {
    const from = 'Jalon <jalon@solgen.example>';
    const post = openPost({ url: server.url, from, patienceMs: 2_000 });
    posts.push(post);
    const now = () => clock.now;
    const kept = { log: desk.log, keys, readModels: views, ledger };
    const round = notifier({ ...kept, rules, logger, now, post, digestHour: 23 });
    return () => round(new AbortController().signal);
  };
  let read = 0;
  /** What arrived since it was last asked, by address. */
  const arrived = (): Readonly<Record<string, string>> => {
    const letters = server.arrived.slice(read);
    read = server.arrived.length;
    const byAddress = Object.fromEntries(letters.map(({ to, source }) => [to, readLetter(source)]));
    if (Object.keys(byAddress).length !== letters.length) throw new Error('somebody got two');
    return byAddress;
  };
  async function close(): Promise<void> {
    for (const post of posts) post.close();
    await ledger.close();
    await server.stop();
    await readModels.close();
    await desk.log.close();
  }
  return { ...desk, readModels, server, ledger, record, invite, start, arrived, close };
}

export type MailOffice = Awaited<ReturnType<typeof mailOffice>>;
