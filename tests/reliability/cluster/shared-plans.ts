import { openEsdbEventLog } from '../../../src/adapters/event-log/esdb/open-esdb-event-log.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import type { TwoNodes } from '../../support/two-nodes.js';
import { sendUntilAcknowledged } from './writing-clients.js';

const registerBody = `mutation ($input: RegisterOrganizationInput!) {
  command: registerOrganization(input: $input) { position refusals { code } }
}`;
const openPlan = `mutation ($input: OpenPlanInput!) {
  command: openPlan(input: $input) { position refusals { code } }
}`;

const towns = ['3541024', '3556027', '3525005'];
const municipality = (code: string) => {
  const name = { en: `Town ${code}` };
  return { idempotencyKey: code, code, kind: 'MUNICIPALITY', tier: 'SINGLE', name };
};
const ministry = {
  idempotencyKey: 'solgen',
  code: 'solgen',
  kind: 'MINISTRY',
  name: { en: 'Ministry' },
};

/** Every event of a log on an event server. */
export async function readLog(connectionString: string): Promise<readonly StoredEvent[]> {
  const log = await openEsdbEventLog({ connectionString, answerMsMax: 60_000 });
  const all: StoredEvent[] = [];
  for await (const batch of log.readAll()) all.push(...batch);
  await log.close();
  return all;
}

/** Opens three plans that clients share. @returns their ids */
export async function preparePlans(nodes: TwoNodes, token: string): Promise<readonly string[]> {
  const writing = { url: nodes.url, token };
  for (const input of [ministry, ...towns.map(municipality)])
    await sendUntilAcknowledged(writing, { query: registerBody, input });
  for (const body of towns) {
    const input = { idempotencyKey: `plan ${body}`, title: { en: 'A plan' }, bodies: [body] };
    await sendUntilAcknowledged(writing, { query: openPlan, input });
  }
  const opened = (await readLog(nodes.server.url)).filter(({ type }) => type === 'PlanOpened');
  return opened.map(({ stream }) => stream);
}
