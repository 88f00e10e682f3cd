import type { z } from 'zod';
import type { Noun } from '../command.js';
import { measureEvents, type MeasureEvents } from './events.js';

/** What a measure starts from, and what it aims at. */
export type Baseline = Readonly<z.infer<MeasureEvents['BaselineSet']>>;
export type Target = Readonly<z.infer<MeasureEvents['TargetSet']>>;

/** A measure of a plan: not defined, in use, or retired for good. */
export type MeasureState =
  | { readonly status: 'none' }
  | {
      readonly status: 'defined' | 'retired';
      readonly planId: string;
      readonly indicator: string;
      readonly baseline?: Baseline;
      readonly target?: Target;
    };

/** A measure that was defined. */
export type DefinedMeasure = Exclude<MeasureState, { status: 'none' }>;

// Whatever follows a definition that was recorded in error changes nothing.
const whenDefined =
  <Body>(change: (measure: DefinedMeasure, body: Body) => DefinedMeasure) =>
  (state: MeasureState, body: Body): MeasureState =>
    state.status === 'none' ? state : change(state, body);

/** The noun "measure": its streams, events and fold. */
export const measure: Noun<MeasureState, MeasureEvents> = {
  category: 'measure',
  events: measureEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      MeasureDefined: (_, { planId, indicator }) => ({ status: 'defined', planId, indicator }),
      BaselineSet: whenDefined((defined, baseline) => ({ ...defined, baseline })),
      TargetSet: whenDefined((defined, target) => ({ ...defined, target })),
      TargetRevised: whenDefined((defined, { reason: _, ...target }) => ({ ...defined, target })),
      MeasureRetired: whenDefined((defined) => ({ ...defined, status: 'retired' })),
    },
  },
};
