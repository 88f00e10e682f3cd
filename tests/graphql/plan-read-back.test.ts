import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { textKeysIn } from '../../src/domain/text.js';
import { openPlan } from '../../src/domain/plan/commands.js';
import { redactTexts } from '../../src/domain/record/commands.js';
import { approver } from '../support/command-desk.js';
import { callers, kincardine, openUp, saugeen, shareWithFirstNation } from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, defineIndicators, openHamiltonPlan, registerTowns } from './query-town.js';
import { as, reviewer } from './reporting-hub.js';

let hub: QueryHub;
beforeEach(async () => {
  hub = await queryHub();
});
afterEach(() => hub.close());

type Answer = {
  readonly plan: object | null;
  readonly position: string | null;
  readonly refusals: readonly { readonly code: string; readonly field: string | null }[];
};

let given = 0;
/** What a mutation about a plan answers, with the part of the plan that it changes. */
async function send(mutation: string, input: object, part: string, caller: Caller) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const source = `mutation ($input: ${type}) { ${mutation}(input: $input) {
    plan { ${part} } position refusals { code field }
  } }`;
  const keyed = { ...input, idempotencyKey: `read back ${(given += 1)}` };
  const data = await hub.read<Record<string, Answer>>(source, { input: keyed }, { caller });
  return data[mutation] as Answer;
}

const planners = `planners {
  body { code name { en } } organization { code } office { en fr } appointedOn
}`;
const interim = 'interimSubmissions { body { code } filedOn note { en fr redacted } }';
const risks = `risks {
  id evidence { en fr redacted } vulnerableGroups
}`;

/** A part of a plan as somebody reads it, now or as of a position. */
async function read(id: string, part: string, caller?: Caller, position?: string | null) {
  const asOf = position == null ? undefined : { position };
  const source = `query ($id: ID!, $asOf: AsOf) { plan(id: $id, asOf: $asOf) { ${part} } }`;
  const asking = caller === undefined ? {} : { caller };
  return (await hub.read<{ plan: object }>(source, { id, asOf }, asking)).plan;
}

describe('of the plan of Hamilton is read back', () => {
  const hamilton = approver(body.hamilton);
  let ids: Awaited<ReturnType<typeof openHamiltonPlan>>;
  let before: string;
  beforeEach(async () => {
    await registerTowns(hub);
    await defineIndicators(hub);
    ids = await openHamiltonPlan(hub);
    before = String(hub.readModels.position());
  });

  test('the planner whom the Minister appointed, as the ministry recorded it', async () => {
    const office = { en: 'Provincial planner', fr: 'Planificateur provincial' };
    const appointed = { body: body.hamilton, appointedOn: '2024-04-02', office };
    const input = { planId: ids.planId, ...appointed };
    const { plan, refusals } = await send('appointPlanner', input, planners, reviewer);
    const expected = {
      planners: [
        {
          ...appointed,
          body: { code: body.hamilton, name: { en: 'Hamilton' } },
          organization: null,
        },
      ],
    };
    expect({ plan, refusals }).toEqual({ plan: expected, refusals: [] });
    expect(await read(ids.planId, planners)).toEqual(expected);
    expect(await read(ids.planId, planners, hamilton, before)).toEqual({ planners: [] });
    const later = { ...input, office: undefined, organization: 'hamilton-police' };
    await send('appointPlanner', { ...later, appointedOn: '2024-06-03' }, planners, reviewer);
    expect(await read(ids.planId, planners)).toMatchObject({
      planners: [
        { appointedOn: '2024-04-02', organization: null },
        { appointedOn: '2024-06-03', organization: { code: 'hamilton-police' }, office: null },
      ],
    });
  });

  test('no planner that was refused: for another body, in the future, or by the body', async () => {
    const appointed = { planId: ids.planId, body: body.hamilton, appointedOn: '2024-04-02' };
    const office = { en: 'Provincial planner' };
    const codes = async (changes: object) => {
      const input = { ...appointed, office, ...changes };
      return (await send('appointPlanner', input, planners, reviewer)).refusals;
    };
    expect(await codes({ body: body.ottawa })).toEqual([
      { code: 'body-not-in-plan', field: 'input.body' },
    ]);
    expect(await codes({ appointedOn: '2024-06-16' })).toEqual([
      { code: 'date-in-the-future', field: 'input.appointedOn' },
    ]);
    await expect(
      send('appointPlanner', { ...appointed, office }, planners, hamilton),
    ).rejects.toThrow('FORBIDDEN');
    expect(await read(ids.planId, planners)).toEqual({ planners: [] });
  });

  test('the interim submission, until its note is redacted', async () => {
    const note = { en: 'The part on risks', fr: 'La partie sur les risques' };
    const filed = { body: body.hamilton, filedOn: '2024-04-30', note };
    const input = { planId: ids.planId, ...filed };
    const { plan, refusals } = await send('fileInterimSubmission', input, interim, hamilton);
    const expected = (text: object) => ({
      interimSubmissions: [{ body: { code: body.hamilton }, filedOn: '2024-04-30', note: text }],
    });
    const open = expected({ ...note, redacted: false });
    expect({ plan, refusals }).toEqual({ plan: open, refusals: [] });
    expect(await read(ids.planId, interim, as('public'))).toEqual(open);
    expect(await read(ids.planId, interim, reviewer, before)).toEqual({ interimSubmissions: [] });
    const event = (await hub.log.readStream(ids.planId as never)).at(-1);
    const texts = { stream: ids.planId, keys: [...textKeysIn(event?.data)] };
    const reason = { en: 'A name stood in it' };
    await hub.record(redactTexts, { ...texts, authority: 'MFIPPA s. 14', reason });
    const gone = { en: null, fr: null, redacted: true };
    expect(await read(ids.planId, interim)).toEqual(expected(gone));
  });

  test('no interim submission once the plan is adopted, which it was to stand in for', async () => {
    const adoption = { body: body.hamilton, adoptedOn: '2024-05-02', resolution: '2024-101' };
    const { planId } = ids;
    expect((await send('adoptPlan', { planId, ...adoption }, 'status', hamilton)).plan).toEqual({
      status: 'ADOPTED',
    });
    const filed = { planId, body: body.hamilton, filedOn: '2024-05-03' };
    const { plan, refusals } = await send('fileInterimSubmission', filed, interim, hamilton);
    expect(plan).toBeNull();
    expect(refusals).toEqual([{ code: 'plan-already-adopted', field: 'input.body' }]);
    expect(await read(planId, interim)).toEqual({ interimSubmissions: [] });
  });

  test('the source of the evidence of a risk, which is replaced when it is said anew', async () => {
    const { planId, riskId } = ids;
    const risk = { planId, riskId, vulnerableGroups: ['seniors'] };
    const evidence = { en: 'Census of 2021', fr: 'Recensement de 2021' };
    const first = await send('describeRisk', { ...risk, evidence }, risks, hamilton);
    const told = (changes: object) => ({
      risks: [expect.objectContaining({ id: riskId, ...changes })],
    });
    const said = { evidence: { ...evidence, redacted: false } };
    const seniors = { vulnerableGroups: ['seniors'] };
    expect(first.plan).toEqual(told({ ...said, ...seniors }));
    expect(await read(planId, risks, as('public'))).toEqual(told({ ...said, ...seniors }));
    expect(await read(planId, risks, hamilton, before)).toEqual(
      told({ evidence: null, vulnerableGroups: [] }),
    );
    await send('describeRisk', { ...risk, vulnerableGroups: [] }, risks, hamilton);
    expect(await read(planId, risks)).toEqual(told({ evidence: null, vulnerableGroups: [] }));
    expect(await read(planId, risks, hamilton, first.position)).toEqual(told(said));
  });
});

test('planner and interim submission of a First Nation are read with its consent alone', async () => {
  const { planId } = await shareWithFirstNation(hub);
  const { itself, neighbour } = callers;
  const appointed = { planId, body: saugeen, appointedOn: '2024-04-02' };
  const office = { en: 'Provincial planner' };
  await send('appointPlanner', { ...appointed, office }, planners, reviewer);
  const { stream: other } = await hub.record(openPlan, {
    title: office,
    bodies: [saugeen, kincardine],
  });
  const filed = { planId: other, body: saugeen, filedOn: '2024-04-30' };
  await send('fileInterimSubmission', filed, interim, itself);
  const seen = async (caller: Caller, position?: string) =>
    JSON.stringify([
      await read(planId, 'planners { body { code } }', caller, position),
      await read(other, 'interimSubmissions { body { code } }', caller, position),
    ]).match(/saugeen/g)?.length ?? 0;
  for (const caller of [reviewer, neighbour, as('public')]) expect(await seen(caller)).toBe(0);
  const { position, withdraw } = await openUp(hub);
  for (const caller of [reviewer, neighbour, as('public')]) expect(await seen(caller)).toBe(2);
  await withdraw();
  for (const caller of [reviewer, neighbour, as('public')])
    expect(await seen(caller, String(position))).toBe(0);
  expect(await seen(itself)).toBe(2);
});
