import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fulfillCommitment,
  makeCommitment,
  reportCommitmentProgress,
  type MakeCommitmentInput,
} from '../../src/domain/commitment/commands.js';
import type { Outcome } from '../../src/domain/command-handler.js';
import { countPopulation } from '../../src/domain/organization/commands.js';
import { adoptStrategy, identifyRisk, openPlan } from '../../src/domain/plan/commands.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { accepted, kincardine, registered, type Desk } from '../support/bruce.js';
import { administrator } from '../support/command-desk.js';

describe('any sequence of commands', () => {
  const step = fc.record({
    command: fc.nat(6),
    key: fc.nat(4),
    times: fc.integer({ min: 1, max: 3 }),
  });

  /** One command of the sequence; its content follows from its number and key. */
  async function run(desk: Desk, planId: string, command: number, key: number): Promise<Outcome> {
    const { execute } = desk;
    const idempotencyKey = `${command} ${key}`;
    const risk = { planId, code: ['homelessness', 'opioid-use', 'low-income'][key % 3] ?? '' };
    const commitments = (await desk.everything()).filter(({ type }) => type === 'CommitmentMade');
    const commitmentId =
      commitments[key % Math.max(commitments.length, 1)]?.stream ?? 'commitment-0';
    const strategyId = (await desk.everything()).find(({ type }) => type === 'StrategyAdopted')
      ?.data['strategyId'] as string | undefined;
    const commitment: MakeCommitmentInput = {
      planId,
      strategyId: strategyId ?? `strategy-${'0'.repeat(32)}`,
      partner: kincardine,
      statement: { fr: `Engagement ${key}` },
      idempotencyKey,
    };
    const on = '2024-06-01';
    switch (command) {
      case 0:
        return execute(identifyRisk, { ...risk, idempotencyKey }, administrator);
      case 1:
        return execute(
          adoptStrategy,
          {
            planId,
            title: { en: 'Strategy' },
            area: 'PREVENTION',
            sectors: ['police'],
            risks: [],
            idempotencyKey,
          },
          administrator,
        );
      case 2:
        return execute(makeCommitment, commitment, administrator);
      case 3:
        return execute(
          reportCommitmentProgress,
          { commitmentId, reportedOn: on, percent: key * 10, idempotencyKey },
          administrator,
        );
      case 4:
        return execute(
          fulfillCommitment,
          { commitmentId, fulfilledOn: on, idempotencyKey },
          administrator,
        );
      case 5:
        return execute(
          countPopulation,
          { organization: kincardine, population: key, censusYear: 2021, idempotencyKey },
          administrator,
        );
      default:
        return execute(
          markRecordedInError,
          { stream: planId, revision: key, reason: { en: 'Error' }, idempotencyKey },
          administrator,
        );
    }
  }

  it('writes the same whether each command is sent once or several times at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const desk = await registered();
        const open = { title: { en: 'Plan' }, bodies: [kincardine], idempotencyKey: 'open' };
        const { stream: planId } = accepted(await desk.execute(openPlan, open, administrator));
        for (const { command, key, times } of steps) {
          const before = await desk.log.head();
          const sent = Array.from({ length: times }, () => run(desk, planId, command, key));
          const outcomes = await Promise.all(sent);
          const positions = outcomes.map((o) =>
            o.outcome === 'accepted' ? o.position : o.outcome,
          );
          expect(new Set(positions).size).toBe(1);
          const written = (await desk.log.head()) - before;
          expect(written).toBeLessThanOrEqual(outcomes[0]?.outcome === 'accepted' ? 1 : 0);
        }
        const events = await desk.everything();
        expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1));
      }),
      { numRuns: 40 },
    );
  });
});
