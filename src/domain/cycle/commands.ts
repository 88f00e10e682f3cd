import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { cycleStream, isCode, organizationStream, type StreamName } from '../identifiers.js';
import { findIndicator } from '../indicator/registry.js';
import { organization } from '../organization/state.js';
import { parsePeriod } from '../period.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import { isExpected, type Universe } from '../universe.js';
import * as decisions from './decide.js';
import { cycle } from './state.js';

const ministry: readonly Role[] = ['ministry-analyst', 'ministry-reviewer', 'administrator'];

type Expectation = {
  readonly indicator: string;
  readonly bodies?: readonly string[] | undefined;
};

/** Input of `openCycle`. */
export type OpenCycleInput = CommandInput & {
  readonly period: string;
  readonly expectations: readonly Expectation[];
  readonly deadline: CivilDate;
  readonly graceDays: number;
};

async function checkBodies(
  { indicator, bodies = [] }: Expectation,
  universe: Universe,
  period: string,
  field: string,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const days = parsePeriod(period);
  const checks = bodies.map(async (code, at) => {
    const { state } = await around.read(organization, organizationStream(code));
    if (!isCode(code) || state.status === 'none')
      return refuse('organization-unknown', `${field}.${at}`, { organization: code }).refusals;
    return days === undefined || isExpected(universe, state, days)
      ? []
      : refuse('body-outside-universe', `${field}.${at}`, {
          indicator,
          organization: code,
          period,
        }).refusals;
  });
  return (await Promise.all(checks)).flat();
}

/** Refusals unless an indicator is in use, observed for such periods, and asked of its bodies. */
async function checkExpectation(
  expectation: Expectation,
  period: string,
  at: number,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const field = `input.expectations.${at}`;
  const { indicator } = expectation;
  const found = await findIndicator(indicator, around);
  if ('refusals' in found)
    return refuse('indicator-unknown', `${field}.indicator`, { indicator }).refusals;
  if (found.status === 'retired')
    return refuse('indicator-retired', `${field}.indicator`, { indicator }).refusals;
  const { periodKind, universe } = found.definition;
  const actual = parsePeriod(period)?.kind;
  if (actual !== undefined && actual !== periodKind)
    return refuse('period-kind-mismatch', 'input.period', { expected: periodKind, actual })
      .refusals;
  const { bodies } = expectation;
  if (bodies === undefined && universe.kind === 'LISTED' && universe.bodies.length === 0)
    return refuse('expectation-of-nobody', `${field}.indicator`, { indicator }).refusals;
  return checkBodies(expectation, universe, period, `${field}.bodies`, around);
}

/** The ministry opens the cycle of a period. */
export const openCycle = command({
  name: 'openCycle',
  noun: cycle,
  roles: ministry,
  parties: () => [],
  target: ({ period }: OpenCycleInput) => cycleStream(period),
  async decide(input, around) {
    const { period, deadline, graceDays } = input;
    const checks = await Promise.all(
      input.expectations.map((each, at) => checkExpectation(each, period, at, around)),
    );
    const expectations = input.expectations.map(({ indicator, bodies }) => ({
      indicator,
      ...(bodies && { bodies: [...bodies] }),
    }));
    return (
      firstRefusal(...checks) ?? decisions.openCycle({ period, expectations, deadline, graceDays })
    );
  },
});

/** Input of any command about a cycle that was opened, by its id. */
export type CycleInput = CommandInput & { readonly cycleId: string };

const onCycle = {
  noun: cycle,
  roles: ministry,
  parties: () => [],
  target: ({ cycleId }: CycleInput) => cycleId as StreamName,
};

/** The ministry changes the deadline. */
export const changeCycleDeadline = command({
  ...onCycle,
  name: 'changeCycleDeadline',
  decide: (
    input: CycleInput & {
      readonly deadline: CivilDate;
      readonly graceDays: number;
      readonly reason: Label;
    },
  ) => decisions.changeCycleDeadline(input),
});

/** The ministry closes the cycle. */
export const closeCycle = command({
  ...onCycle,
  name: 'closeCycle',
  decide: (_: CycleInput, { today }) => decisions.closeCycle({ closedOn: today }),
});
