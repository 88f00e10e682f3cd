import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { dayToReadOn, type Reading } from '../as-of.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import { readVisibility } from '../consent/visibility.js';
import type { RequestContext } from '../context.js';
import { buildOrganization } from '../organization/organization.build.js';
import { openPage } from '../page.js';
import { readWholeRegister } from '../plan/register.load.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { inRegion, type InRegion } from '../region.js';
import { readOrganizations } from '../roster.js';
import { ClocksArgs, type ClockFilterInput } from './clocks.args.js';
import { RegisteredClock } from './clocks.object.js';
import { allClocks, type RunningClock } from '../../projections/due/clocks.js';

const ClockConnection = countedConnectionType('Clock', () => RegisteredClock, 'clocks');

async function readClocks(reading: Reading, on: string): Promise<readonly RunningClock[]> {
  const [organizations, register, { withheldFromPlans }] = await Promise.all([
    readOrganizations(reading),
    readWholeRegister({}, reading),
    readVisibility(reading),
  ]);
  const plans = await Promise.all(register.map(({ plan }) => readWholePlan(plan, reading)));
  const bodies = [...organizations.values()].filter(({ code }) => !withheldFromPlans.has(code));
  const known = plans.filter((plan) => plan !== undefined);
  return allClocks(bodies, known, reading.context.services.rules, on);
}

const isWanted =
  ({ status, code, body, region }: ClockFilterInput, isIn: (region: string) => InRegion) =>
  (running: RunningClock): boolean =>
    (region == null || running.bodies.some(isIn(region))) &&
    (status == null || running.status === status) &&
    (code == null || running.code === code) &&
    (body == null || running.bodies.includes(body));

/** The register of statutory clocks. */
@Resolver()
export class ClockQueries {
  @Query(() => ClockConnection, {
    nullable: true,
    description:
      'Statutory clocks of the province: of every body with a duty to plan and of every plan, ' +
      'by the day they are due; those that do not apply come last.',
  })
  async statutoryClocks(
    @Args(() => ClocksArgs) args: ClocksArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<RegisteredClock>> {
    const page = await openPage('statutoryClocks', args, context);
    const { reading } = page;
    const clocks = await readClocks(reading, dayToReadOn(reading, args.on));
    const organizations = await readOrganizations(reading);
    const rows = clocks.filter(isWanted(args.filter ?? {}, inRegion(organizations)));
    return connectionOfAll(
      page,
      rows,
      ({ key }) => key,
      ({ bodies, ...running }) => ({
        ...running,
        bodies: bodies.map((body) => buildOrganization(body, organizations)),
      }),
    );
  }
}
