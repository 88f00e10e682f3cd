import { defineIndicator } from '../../src/domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../src/domain/indicator/events.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import { discussions } from '../domain/indicator/definitions.js';
import { queryHub } from './query-hub.js';
import { registerTowns } from './query-town.js';

/** Calls a service answered, month by month. */
export const calls: IndicatorDefinition = {
  ...discussions,
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  periodKind: 'MONTH',
  dimensions: ['age-groups'],
  dueWithinDays: 30,
  accountability: 'PERFORMANCE',
  question: 'HOW_MUCH',
};

/** What `outcomeRollup` answers. */
export type Rolled = {
  readonly value: string | null;
  readonly absence: string | null;
  readonly numerator: string | null;
  readonly approximate: boolean;
  readonly rule: { periods: string[]; versions: number[]; sentence: { en: string; fr: string } };
  readonly units: {
    organization: { code: string } | null;
    area: { code: string; name: { en: string } } | null;
    verdict: string;
    value: string | null;
    revisions: number;
  }[];
};

/** What became of each body and area. */
export const verdicts = ({ units }: Rolled): Readonly<Record<string, string>> =>
  Object.fromEntries(
    units.map(({ organization, area, verdict }) => [organization?.code ?? area?.code, verdict]),
  );

/** A hub of six municipalities that report calls, and how numbers are put together in it. */
export async function rollupHub() {
  const hub = await queryHub();
  await registerTowns(hub);
  await hub.record(defineIndicator, { key: 'calls', ...calls });
  const report = (
    indicator: string,
    organization: string,
    period: string,
    content: object,
  ): Promise<unknown> =>
    hub.record(recordObservation, { indicator, organization, period, ...content } as never);
  const rolledUp = async (args: string): Promise<Rolled> => {
    const { outcomeRollup } = await hub.read<{ outcomeRollup: Rolled }>(`{
      outcomeRollup(${args}) {
        value absence numerator approximate
        place { kind code name { en } }
        rule { periods versions sentence { en fr } }
        units { organization { code } area { code name { en } } verdict value revisions }
        completeness { bodiesExpected bodiesReporting bodiesLate oldestKnownOn populationCoverage }
      }
    }`);
    return outcomeRollup;
  };
  return { ...hub, report, rolledUp };
}

export type RollupHub = Awaited<ReturnType<typeof rollupHub>>;
