import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutationHub, type MutationHub } from './mutation-hub.js';
import { foundations, tell } from './mutation-story.js';
import type { Ids } from './story-step.js';

const hamilton = '3525005';
const burden = { indicator: 'housing-cost-burden', organization: hamilton, period: '2016' };
const ratio = { ...burden, numerator: '48000', denominator: '192000' };
const population = { indicator: 'population', organization: hamilton, period: '2021' };
const plan = { title: { en: 'Second plan' }, bodies: [hamilton] };

type Bad = readonly [title: string, mutation: string, input: (ids: Ids) => object, code: string];

const commitment = ({ planId, strategyId }: Ids) => ({
  planId,
  strategyId,
  partner: 'hamilton-police',
  statement: { en: 'Two officers' },
});

const refusedInputs: readonly Bad[] = [
  [
    'a period of another kind than the indicator is observed for',
    'recordObservation',
    () => ({ ...ratio, period: '2021-Q1' }),
    'period-kind-mismatch',
  ],
  [
    'a period that has not begun',
    'recordObservation',
    () => ({ ...ratio, period: '2025' }),
    'period-in-the-future',
  ],
  [
    'an unknown indicator',
    'recordObservation',
    () => ({ ...ratio, indicator: 'happiness' }),
    'indicator-unknown',
  ],
  [
    'an indicator named by no possible key',
    'recordObservation',
    () => ({ ...ratio, indicator: '../Happiness' }),
    'indicator-unknown',
  ],
  [
    'a numerator above the denominator it is a part of',
    'recordObservation',
    () => ({ ...ratio, numerator: '192001' }),
    'numerator-above-denominator',
  ],
  [
    'a denominator of zero',
    'recordObservation',
    () => ({ ...ratio, numerator: '0', denominator: '0' }),
    'denominator-zero',
  ],
  [
    'a negative count',
    'recordObservation',
    () => ({ ...population, value: '-5' }),
    'negative-count',
  ],
  [
    'half a person',
    'recordObservation',
    () => ({ ...population, value: '10.5' }),
    'count-not-whole',
  ],
  [
    'a value for a body outside the universe',
    'recordObservation',
    () => ({ ...ratio, organization: 'hamilton-police' }),
    'body-outside-universe',
  ],
  [
    'a second number where one is recorded',
    'recordObservation',
    () => ({ ...ratio, period: '2021' }),
    'observation-exists',
  ],
  [
    'a text of a million characters',
    'makeCommitment',
    (ids) => ({ ...commitment(ids), statement: { en: 'x'.repeat(1_000_000) } }),
    'text-too-long',
  ],
  ['a text that says nothing', 'openPlan', () => ({ ...plan, title: {} }), 'text-required'],
  [
    'a revision the plan does not stand at',
    'makeCommitment',
    (ids) => ({ ...commitment(ids), expectedRevision: 99 }),
    'revision-conflict',
  ],
  [
    'the key of another command',
    'identifyRisk',
    ({ planId }) => ({ idempotencyKey: 'identifyRisk 9', planId, code: 'crime-victimization' }),
    'idempotency-key-reused',
  ],
  [
    'a key of 65 characters',
    'openPlan',
    () => ({ ...plan, idempotencyKey: 'x'.repeat(65) }),
    'idempotency-key-invalid',
  ],
  [
    'a plan named by no possible id',
    'joinPlan',
    () => ({ planId: "plan-0'; DROP", body: hamilton }),
    'plan-unknown',
  ],
  [
    'a commitment where a plan is meant',
    'joinPlan',
    ({ commitmentId }) => ({ planId: commitmentId, body: hamilton }),
    'plan-unknown',
  ],
  [
    'a plan where a commitment is meant',
    'withdrawCommitment',
    ({ planId }) => ({ commitmentId: planId, reason: { en: 'No' } }),
    'commitment-unknown',
  ],
  [
    'a body nobody knows',
    'openPlan',
    () => ({ ...plan, bodies: ['9999999'] }),
    'organization-unknown',
  ],
  [
    'a code that is none',
    'registerOrganization',
    () => ({ code: 'City of York', kind: 'MINISTRY', name: { en: 'York' } }),
    'code-invalid',
  ],
  [
    'an adoption still to come',
    'adoptPlan',
    ({ planId }) => ({ planId, body: hamilton, adoptedOn: '2024-06-16', resolution: '1' }),
    'date-in-the-future',
  ],
  [
    'progress beyond the whole',
    'reportCommitmentProgress',
    ({ commitmentId }) => ({ commitmentId, reportedOn: '2024-06-01', percent: 101 }),
    'percent-out-of-range',
  ],
  [
    'a decision of a stream that is none',
    'markRecordedInError',
    () => ({ stream: 'plan', revision: 0, reason: { en: 'Wrong' } }),
    'decision-not-found',
  ],
  [
    'a decision never taken',
    'markRecordedInError',
    ({ planId }) => ({ stream: planId, revision: 500, reason: { en: 'Wrong' } }),
    'decision-not-found',
  ],
];

const misshapen: readonly Bad[] = [
  [
    'a malformed period',
    'recordObservation',
    () => ({ ...ratio, period: '2021-13' }),
    'period-invalid',
  ],
  [
    'a number with an exponent',
    'recordObservation',
    () => ({ ...ratio, numerator: '1e5' }),
    'decimal-invalid',
  ],
  [
    'a number that is no text',
    'recordObservation',
    () => ({ ...ratio, numerator: 48000 }),
    'decimal-invalid',
  ],
  [
    'a day that does not exist',
    'publishPlan',
    ({ planId }) => ({ planId, url: 'https://hamilton.ca', publishedOn: '2024-02-30' }),
    'date-invalid',
  ],
  ['an unknown status', 'recordObservation', () => ({ ...burden, status: 'GUESSED' }), 'GUESSED'],
  [
    'more bodies than any plan has',
    'openPlan',
    () => ({ ...plan, bodies: Array.from({ length: 501 }, () => hamilton) }),
    'Argument Validation Error',
  ],
  [
    'a list of bodies for a universe that is none',
    'reviseIndicator',
    () => ({
      indicator: 'population',
      name: { en: 'Population' },
      kind: 'COUNT_STOCK',
      unit: { en: 'persons' },
      decimals: 0,
      direction: 'NONE',
      universe: { kind: 'OBLIGED', bodies: [hamilton] },
      sensitivity: 'PUBLIC',
      overTime: 'LAST',
      overSpace: 'SUM',
      periodKind: 'YEAR',
      comparability: 'COMPARABLE',
      reason: { en: 'Other bodies' },
    }),
    'Argument Validation Error',
  ],
];

describe('bad input is answered with a code, and nothing is written', () => {
  let hub: MutationHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await mutationHub();
    ids = await tell(hub, foundations);
  });
  afterAll(() => hub.close());

  it.each(refusedInputs)('%s', async (_, mutation, input, code) => {
    const payload = await hub.give(mutation, { idempotencyKey: 'bad', ...input(ids) });
    const [refusal] = payload.refusals;
    expect(payload).toMatchObject({ position: null, refusals: [{ code }] });
    expect(refusal?.field).toMatch(/^input/);
    expect(refusal?.en).not.toBe(refusal?.fr);
    expect(`${refusal?.en}${refusal?.fr}`).not.toContain('undefined');
    expect(await hub.log.head()).toBe(foundations.length);
  });

  it.each(misshapen)('%s', async (_, mutation, input, reason) => {
    const bad = { idempotencyKey: 'bad', ...input(ids) };
    const { data, errors } = await hub.attempt(mutation, bad);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ message, extensions }) => `${extensions['reason']} ${message}`)).toEqual([
      expect.stringContaining(reason),
    ]);
    expect(await hub.log.head()).toBe(foundations.length);
  });

  it('no stream is ever read by a name that no stream can have', async () => {
    const odd = "a'; DROP";
    const reason = { en: 'No' };
    const attempts = [
      ['joinPlan', { planId: odd, body: hamilton }],
      ['joinPlan', { planId: ids['planId'], body: odd }],
      ['withdrawCommitment', { commitmentId: odd, reason }],
      ['retireMeasure', { measureId: odd, reason }],
      ['retireIndicator', { indicator: odd, retiredOn: '2024-06-01', reason }],
      ['renameOrganization', { organization: odd, name: { en: 'York' } }],
      ['registerOrganization', { code: odd, kind: 'MINISTRY', name: { en: 'York' } }],
      ['markRecordedInError', { stream: odd, revision: 0, reason }],
    ] as const;
    for (const [mutation, input] of attempts) {
      const { refusals } = await hub.give(mutation, { idempotencyKey: 'odd', ...input });
      expect({ mutation, refused: refusals.length }).toEqual({ mutation, refused: 1 });
    }
    expect([...hub.streamsRead].filter((name) => !/^[a-z]+-[0-9a-z_.]+$/.test(name))).toEqual([]);
  });
});
