import type { Role } from '../authority.js';
import { command, type CommandInput, type Deciding, type Surroundings } from '../command.js';
import { refuse } from '../decision.js';
import type { StreamName } from '../identifiers.js';
import type { IndicatorDefinition } from '../indicator/events.js';
import { findIndicator } from '../indicator/registry.js';
import { planParties } from '../plan/commands.js';
import { plan } from '../plan/state.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import type { MeasureEvents } from './events.js';
import { measure, type Baseline, type MeasureState, type Target } from './state.js';

/** Input of any command about a defined measure. */
export type MeasureInput = CommandInput & { readonly measureId: string };

const roles: readonly Role[] = ['municipal-editor', 'municipal-approver', 'administrator'];

async function measureParties(
  { measureId }: MeasureInput,
  around: Surroundings,
): Promise<readonly string[]> {
  const { state } = await around.read(measure, measureId);
  return state.status === 'none' ? [] : planParties(state.planId, around);
}

const onMeasure = {
  noun: measure,
  roles,
  parties: measureParties,
  target: ({ measureId }: MeasureInput) => measureId as StreamName,
};

async function checkPlace(
  { planId, riskId, strategyId }: DefineMeasureInput,
  around: Surroundings,
): Promise<ReturnType<typeof refuse> | undefined> {
  const { state } = await around.read(plan, planId);
  if (state.status === 'none') return refuse('plan-unknown', 'input.planId');
  if (state.supersededBy !== undefined)
    return refuse('plan-superseded', 'input.planId', { by: state.supersededBy });
  if (riskId !== undefined && !state.risks.has(riskId))
    return refuse('risk-unknown', 'input.riskId');
  if (strategyId === undefined) return undefined;
  const strategy = state.strategies.get(strategyId);
  if (strategy === undefined) return refuse('strategy-unknown', 'input.strategyId');
  return strategy.retired ? refuse('strategy-retired', 'input.strategyId') : undefined;
}

/** Defines a measurable outcome of a plan, observed through an indicator in use. */
export const defineMeasure = command({
  name: 'defineMeasure',
  noun: measure,
  roles,
  parties: ({ planId }: DefineMeasureInput, around) => planParties(planId, around),
  target: (_, around) => around.deriveId('measure') as StreamName,
  guarded: ({ planId }) => planId,
  async decide(input, around) {
    const refusal = await checkPlace(input, around);
    if (refusal) return refusal;
    const found = await findIndicator(input.indicator, around);
    if ('refusals' in found) return found;
    if (found.status === 'retired')
      return refuse('indicator-retired', 'input.indicator', { indicator: found.key });
    return decisions.defineMeasure(input);
  },
});
export type DefineMeasureInput = CommandInput & decisions.MeasureDetails;

/** A decision that needs the definition of the measure's indicator, in the version in force. */
async function withDefinition(
  { measureId }: MeasureInput,
  around: Surroundings,
  decide: (definition: IndicatorDefinition) => Deciding<MeasureState, MeasureEvents>,
): Promise<Deciding<MeasureState, MeasureEvents>> {
  const { state } = await around.read(measure, measureId);
  if (state.status === 'none') return refuse('measure-unknown', 'input.measureId');
  const found = await findIndicator(state.indicator, around);
  return 'refusals' in found ? found : decide(found.definition);
}

/** Sets what a measure starts from. */
export const setBaseline = command({
  ...onMeasure,
  name: 'setBaseline',
  decide: (input: SetBaselineInput, around) =>
    withDefinition(input, around, (definition) =>
      decisions.setBaseline({ ...input, definition, today: around.today }),
    ),
});
export type SetBaselineInput = MeasureInput & Baseline;

/** Sets what a measure aims at. */
export const setTarget = command({
  ...onMeasure,
  name: 'setTarget',
  decide: (input: SetTargetInput, around) =>
    withDefinition(input, around, (definition) => decisions.setTarget({ ...input, definition })),
});
export type SetTargetInput = MeasureInput & Target;

/** Changes what a measure aims at. */
export const reviseTarget = command({
  ...onMeasure,
  name: 'reviseTarget',
  decide: (input: ReviseTargetInput, around) =>
    withDefinition(input, around, (definition) => decisions.reviseTarget({ ...input, definition })),
});
export type ReviseTargetInput = SetTargetInput & { readonly reason: Label };

/** Retires a measure. */
export const retireMeasure = command({
  ...onMeasure,
  name: 'retireMeasure',
  decide: (input: RetireMeasureInput) => decisions.retireMeasure(input),
});
export type RetireMeasureInput = MeasureInput & { readonly reason: Label };
