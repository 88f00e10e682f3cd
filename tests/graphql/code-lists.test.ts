import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPlan, identifyRisk } from '../../src/domain/plan/commands.js';
import { publishCodeListVersion } from '../../src/domain/code-list/commands.js';
import { approver } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, registerTowns } from './query-town.js';

const label = { en: 'Loneliness', fr: 'Solitude' };
const next = {
  scheme: 'risk-factors',
  version: '2',
  from: '2024-07-01',
  source: 'Booklet 4',
  codes: [
    { code: 'loneliness', label },
    { code: 'basic-needs', label: { en: 'Needs of life', fr: 'Besoins vitaux' } },
  ],
};

describe('a code list that is published while the hub runs', () => {
  let hub: QueryHub;
  let planId: string;
  let before: number;
  const hamilton = approver(body.hamilton);
  const identify = (code: string, idempotencyKey: string) =>
    hub.execute(identifyRisk, { idempotencyKey, planId, code }, hamilton);

  beforeAll(async () => {
    hub = await queryHub();
    await registerTowns(hub);
    const plan = { title: { en: 'Safe Hamilton' }, bodies: [body.hamilton] };
    planId = (await hub.record(openPlan, plan, hamilton)).stream;
    before = (await hub.record(identifyRisk, { planId, code: 'basic-needs' }, hamilton)).position;
    await hub.record(publishCodeListVersion, next);
  });
  afterAll(() => hub.close());

  it('shows every version, and as of an earlier position those of then', async () => {
    const source = `{
      now: codeList(scheme: "risk-factors") { versions { version } }
      then: codeList(scheme: "risk-factors", asOf: { position: "${before}" }) {
        versions { version } } }`;
    const { data, tags } = await hub.ask(source);
    expect(data).toEqual({
      now: { versions: [{ version: '1' }, { version: '2' }] },
      then: { versions: [{ version: '1' }] },
    });
    expect([...tags]).toContain('code-lists');
  });

  it('names the codes of what was decided before, as of then by the names of then', async () => {
    const risks = 'risks { name { en } }';
    const source = `query ($id: ID!) { now: plan(id: $id) { ${risks} }
      then: plan(id: $id, asOf: { position: "${before}" }) { ${risks} } }`;
    const { data } = await hub.ask(source, { id: planId });
    expect(data).toMatchObject({
      now: { risks: [{ name: { en: 'Needs of life' } }] },
      then: { risks: [{ name: { en: expect.stringMatching(/^Basic needs/i) } }] },
    });
  });

  it('is what commands are decided by from its day on, and not before', async () => {
    expect(await identify('loneliness', 'early')).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'code-unknown' }],
    });
    hub.clock.now = '2024-07-01T16:00:00.000Z';
    expect(await identify('loneliness', 'in time')).toMatchObject({
      outcome: 'accepted',
      events: [{ data: { code: 'loneliness', listVersion: '2' } }],
    });
    expect(await identify('gangs', 'gone')).toMatchObject({ refusals: [{ code: 'code-unknown' }] });
  });
});
