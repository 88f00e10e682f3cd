import * as tell from '../../support/events.js';
import { id, ontario, type Told } from '../../support/events.js';

const { hamilton, goderich } = ontario;
const housing = 'housing-cost-burden';

/** Two towns that report, a plan with a commitment, and a number recorded in error. */
export const province: readonly Told[] = [
  tell.registered(hamilton, 'Hamilton'),
  tell.counted(hamilton, 569_353),
  tell.registered(goderich, 'Goderich', 'LOWER'),
  tell.defined(housing),
  tell.observed(housing, hamilton, '2021', { numerator: '55120', denominator: '222540' }),
  tell.observed(housing, goderich, '2021', { numerator: '900', denominator: '3665' }),
  tell.planOpened(id('plan', 0), [hamilton]),
  tell.committed(id('commitment', 0), id('plan', 0), 'john-howard'),
  tell.inError(`observation-housing_cost_burden.${goderich}`, 0),
];
