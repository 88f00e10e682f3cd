import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isInRegion } from '../../domain/organization/region.js';
import { dutyOn } from '../../domain/universe.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { dayToReadOn, openReading, type Reading } from '../as-of.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { openPage } from '../page.js';
import { readOrganizations } from '../roster.js';
import { OrganizationsArgs, type OrganizationFilterInput } from './organization.args.js';
import { buildOrganization } from './organization.build.js';
import { readOrganization } from './organization.load.js';
import { Organization } from './organization.object.js';

const OrganizationConnection = countedConnectionType(
  'Organization',
  () => Organization,
  'organizations',
);

function wanted({ kind, tier, duty, region }: OrganizationFilterInput, reading: Reading) {
  const day = duty == null ? '' : dayToReadOn(reading, null);
  return (row: OrganizationRow): boolean =>
    (kind == null || row.kind === kind) &&
    (region == null || isInRegion(row, region)) &&
    (tier == null || row.tier === tier) &&
    (duty == null || dutyOn(row, day) === duty);
}

/** Organizations, one or many. */
@Resolver()
export class OrganizationQueries {
  @Query(() => Organization, {
    nullable: true,
    description: 'An organization by its code; null if unknown.',
  })
  async organization(
    @Arg('code', () => ID, { description: 'Its code, "3525005".' }) code: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    return readOrganization(code, await openReading(asOf, context));
  }

  @Query(() => OrganizationConnection, {
    nullable: true,
    description: 'The register of organizations, by code.',
  })
  async organizations(
    @Args(() => OrganizationsArgs) args: OrganizationsArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Organization>> {
    const page = await openPage('organizations', args, context);
    const organizations = await readOrganizations(page.reading);
    const rows = [...organizations.values()]
      .filter(wanted(args.filter ?? {}, page.reading))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const build = ({ code }: OrganizationRow) => buildOrganization(code, organizations);
    return connectionOfAll(page, rows, ({ code }) => code, build);
  }
}
