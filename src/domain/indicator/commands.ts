import { area } from '../area/state.js';
import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { areaStream, indicatorStream, isCode, organizationStream } from '../identifiers.js';
import { organization } from '../organization/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import type { IndicatorDefinition } from './events.js';
import { indicator } from './state.js';

/** Input of any command about a defined indicator, by its key. */
export type IndicatorInput = CommandInput & { readonly indicator: string };

const roles: readonly Role[] = ['ministry-analyst', 'administrator'];

const onIndicator = {
  noun: indicator,
  roles,
  parties: () => [],
  target: (input: IndicatorInput) => indicatorStream(input.indicator),
};

function checkDimensions(
  { dimensions }: IndicatorDefinition,
  { codeLists }: Surroundings,
): readonly Refusal[] {
  return dimensions.flatMap((dimension, at) =>
    codeLists.has(dimension)
      ? []
      : refuse('dimension-unknown', `input.dimensions.${at}`, { dimension }).refusals,
  );
}

/** Listed bodies and areas must be known; they may have ended, for periods before that. */
async function checkBodies(
  { universe }: IndicatorDefinition,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  if (universe.kind !== 'LISTED') return [];
  const bodies = universe.bodies.map(async (code, at) => {
    const { state } = await around.read(organization, organizationStream(code));
    return isCode(code) && state.status === 'registered'
      ? []
      : refuse('organization-unknown', `input.universe.bodies.${at}`, {
          organization: code,
        }).refusals;
  });
  const areas = (universe.areas ?? []).map(async (code, at) => {
    const { state } = await around.read(area, areaStream(code));
    return isCode(code) && state.status !== 'none'
      ? []
      : refuse('area-unknown', `input.universe.areas.${at}`, { area: code }).refusals;
  });
  return (await Promise.all([...bodies, ...areas])).flat();
}

const checkReferences = async (definition: IndicatorDefinition, around: Surroundings) =>
  firstRefusal(checkDimensions(definition, around), await checkBodies(definition, around));

/** The definition alone, out of an input that carries more. */
const definitionOf = (input: IndicatorDefinition): IndicatorDefinition => ({
  name: input.name,
  description: input.description,
  source: input.source,
  kind: input.kind,
  unit: input.unit,
  decimals: input.decimals,
  direction: input.direction,
  universe: input.universe,
  sensitivity: input.sensitivity,
  overTime: input.overTime,
  overSpace: input.overSpace,
  periodKind: input.periodKind,
  factor: input.factor,
  proportion: input.proportion,
  dimensions: input.dimensions,
  coverageFloor: input.coverageFloor,
  accountability: input.accountability,
  question: input.question,
  dueWithinDays: input.dueWithinDays,
  histogram: input.histogram,
  levels: input.levels,
});

/** Defines an indicator under a key of its own. */
export const defineIndicator = command({
  name: 'defineIndicator',
  noun: indicator,
  roles,
  parties: () => [],
  target: ({ key }: DefineIndicatorInput) => indicatorStream(key),
  async decide(input, around) {
    const { key } = input;
    const refusal = await checkReferences(input, around);
    return refusal ?? decisions.defineIndicator({ key, definition: definitionOf(input) });
  },
});
export type DefineIndicatorInput = CommandInput & IndicatorDefinition & { readonly key: string };

/** Gives an indicator the next version of its definition, as a whole. */
export const reviseIndicator = command({
  ...onIndicator,
  name: 'reviseIndicator',
  async decide(input: ReviseIndicatorInput, around) {
    const refusal = await checkReferences(input, around);
    return refusal ?? decisions.reviseIndicator({ ...input, definition: definitionOf(input) });
  },
});
export type ReviseIndicatorInput = IndicatorInput &
  IndicatorDefinition & {
    readonly comparability: decisions.Comparability;
    readonly reason: Label;
  };

/** Retires an indicator. */
export const retireIndicator = command({
  ...onIndicator,
  name: 'retireIndicator',
  decide: (input: RetireIndicatorInput, { today }) =>
    decisions.retireIndicator({ ...input, today }),
});
export type RetireIndicatorInput = IndicatorInput & {
  readonly retiredOn: CivilDate;
  readonly reason: Label;
};
