import type { Happening } from '../../../src/domain/event.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import type { DefinedIndicator } from '../../../src/domain/indicator/state.js';
import type { ObservationDetails } from '../../../src/domain/observation/decide.js';
import {
  observationEvents,
  type ObservationEvents,
} from '../../../src/domain/observation/events.js';
import type { Member } from '../../../src/domain/universe.js';
import { codeListsOf } from '../../support/surroundings.js';
import { housingCostBurden } from '../indicator/definitions.js';

/** An indicator in use, in its first version. */
export const inUse = (key: string, definition: IndicatorDefinition): DefinedIndicator => ({
  status: 'defined',
  key,
  definition,
  version: 1,
  versions: [{ version: 1, isBreak: false }],
});

/** The City of Hamilton, which must plan since 2019. */
export const hamilton: Member = {
  code: '3525005',
  kind: 'MUNICIPALITY',
  tier: 'SINGLE',
  obligations: [{ duty: 'REQUIRED', from: '2019-01-01' }],
};

/** Households of Hamilton spending 30 % or more of their income on shelter. */
export const burdenOfHamilton: ObservationDetails = {
  indicator: inUse('housing-cost-burden', housingCostBurden),
  body: hamilton,
  codeLists: codeListsOf({ 'age-groups': ['0-17', '18-64'], genders: ['men', 'women'] }),
  today: '2024-06-15',
  geography: { kind: 'BODY', code: '3525005' },
  period: '2021',
  categories: [],
  status: 'REPORTED',
  numerator: '56290',
  denominator: '221215',
  flags: [],
};

/** The details of an observation of another indicator or area, without numbers. */
export const details = (changes: Partial<ObservationDetails>): ObservationDetails => ({
  ...burdenOfHamilton,
  numerator: undefined,
  denominator: undefined,
  ...changes,
});

/** The event that records these details. */
export function recorded({
  indicator,
  body: _,
  codeLists: __,
  today: ___,
  ...rest
}: ObservationDetails): Extract<Happening<ObservationEvents>, { type: 'ObservationRecorded' }> {
  const data = { indicator: indicator.key, indicatorVersion: indicator.version, ...rest };
  return {
    type: 'ObservationRecorded',
    data: observationEvents.ObservationRecorded.parse(data),
  };
}
