import { setTimeout as sleep } from 'node:timers/promises';
import { rawAnswer } from '../../support/contract-answers.js';

/** A command as a client sends it, under its idempotency key. */
export type ClientCommand = {
  readonly key: string;
  readonly query: string;
  readonly input: object;
};

/** What clients write through, and until when they begin something new. */
export type Writing = {
  url(node: number): string | undefined;
  readonly token: string;
  readonly signal: AbortSignal;
};

const pauseMs = 50;

const consult = `mutation ($input: RecordConsultationInput!) {
  command: recordConsultation(input: $input) { position refusals { code } }
}`;
const register = `mutation ($input: RegisterOrganizationInput!) {
  command: registerOrganization(input: $input) { position refusals { code } }
}`;

/** Every fourth command of a client is about a plan that others write, too. */
export function commandOf(client: number, count: number, plans: readonly string[]): ClientCommand {
  const key = `client-${client}-${count}`;
  if (count % 4 === 0)
    return {
      key,
      query: consult,
      input: {
        idempotencyKey: key,
        planId: plans[client % plans.length],
        groups: ['youth'],
        heldOn: '2026-01-05',
        summary: { en: `Heard by ${key}` },
      },
    };
  const code = `partner-${client}-${count}`;
  const input = { idempotencyKey: key, code, kind: 'PARTNER', sector: 'health', name: { en: key } };
  return { key, query: register, input };
}

type Payload = {
  readonly data?: {
    readonly command?: {
      readonly position: string | null;
      readonly refusals: readonly { readonly code: string }[];
    };
  };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
};

/** Sends a command once. @returns its position; undefined when it is worth another try */
async function send(
  url: string,
  token: string,
  { query, input }: Pick<ClientCommand, 'query' | 'input'>,
): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const question = { query, variables: { input } };
  const { body } = await rawAnswer(url, question, headers).catch(() => ({ body: '{}' }));
  const { data } = JSON.parse(body) as Payload;
  const { position, refusals = [] } = data?.command ?? {};
  if (refusals.some(({ code }) => code !== 'stream-busy')) throw new Error(body);
  return position == null ? undefined : Number(position);
}

/** Sends a command to one node after the other until it is acknowledged. */
export async function sendUntilAcknowledged(
  { url, token }: Pick<Writing, 'url' | 'token'>,
  command: Pick<ClientCommand, 'query' | 'input'>,
  first = 0,
): Promise<number> {
  for (let node = first; ; node++) {
    const address = url(node % 2);
    const position = address && (await send(address, token, command));
    if (position) return position;
    await sleep(pauseMs);
  }
}

/**
 * Clients that write at once until the signal. One in eight never asks again when an answer is
 * lost; the others do until they have it.
 * @returns positions of the acknowledged commands, by key
 */
export async function writingClients(
  count: number,
  plans: readonly string[],
  writing: Writing,
): Promise<ReadonlyMap<string, number>> {
  const acknowledged = new Map<string, number>();
  const write = async (client: number): Promise<void> => {
    for (let number = 0; !writing.signal.aborted; number++) {
      const command = commandOf(client, number, plans);
      const address = writing.url(client % 2);
      const position =
        client % 8 === 7
          ? address && (await send(address, writing.token, command))
          : await sendUntilAcknowledged(writing, command, client);
      if (position) acknowledged.set(command.key, position);
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, client) => write(client)));
  return acknowledged;
}
