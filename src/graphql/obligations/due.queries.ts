import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import { dueKey, readDue } from '../../projections/due/due.js';
import type { DueItem as Due } from '../../projections/due/due-item.js';
import { dayToReadOn } from '../as-of.js';
import { mayReadReports } from '../authorization.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import { readVisibility } from '../consent/visibility.js';
import type { RequestContext } from '../context.js';
import { buildOrganization } from '../organization/organization.build.js';
import { openPage } from '../page.js';
import { inRegion, type InRegion } from '../region.js';
import { readOrganizations, type Roster } from '../roster.js';
import { freeTextOf, labelText } from '../text.build.js';
import { DueArgs, type DueFilterInput } from './due.args.js';
import { DueItem } from './due.object.js';

const DueConnection = countedConnectionType('Due', () => DueItem, 'due things');

const isOpen = ({ state }: Due): boolean => state === 'OPEN' || state === 'LATE';

/** True for what is still to be done by nobody who is there on a day. */
const orphanedOn =
  (on: CivilDate, organizations: Roster['organizations']) =>
  (item: Due): boolean =>
    isOpen(item) &&
    item.organizations.every((code) => {
      const endedOn = organizations.get(code)?.endedOn;
      return endedOn !== undefined && endedOn <= on;
    });

const isWanted = (
  filter: DueFilterInput,
  isOrphaned: (item: Due) => boolean,
  isIn: (region: string) => InRegion,
) => {
  const { organization, planId, kind, from, to, includeClosed, orphaned, region } = filter;
  return (item: Due): boolean =>
    (region == null || item.organizations.some(isIn(region))) &&
    (organization == null || item.organizations.includes(organization)) &&
    (planId == null || item.planId === planId) &&
    (kind == null || item.kind === kind) &&
    (from == null || item.dueOn >= from) &&
    (to == null || item.dueOn <= to) &&
    (includeClosed === true || isOpen(item)) &&
    (orphaned == null || isOrphaned(item) === orphaned);
};

/** What is due for whom. */
@Resolver()
export class DueQueries {
  @Query(() => DueConnection, {
    nullable: true,
    description:
      'What is due for whom, by its day: commitments, milestones, what the Act asks for, ' +
      'reports and answers to the ministry. Whether a body has submitted its report, and what it ' +
      'was asked, is told to those alone who may read its reports. ' +
      'Commitments without a day are in `commitments`.',
  })
  async due(
    @Args(() => DueArgs) args: DueArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<DueItem>> {
    const page = await openPage('due', args, context);
    const { snapshot, asOf, context: at } = page.reading;
    const on = dayToReadOn(page.reading, args.on);
    const [{ withheldFromPlans: withheld, showsNumber }, organizations] = await Promise.all([
      readVisibility(page.reading),
      readOrganizations(page.reading),
    ]);
    const touch = (tag: string) => at.tags.add(tag);
    const reports = {
      knows: (code: string) => mayReadReports(context.caller, code),
      showsNumber: (code: string, key: string) => showsNumber({ kind: 'BODY', code }, key),
    };
    const { rules } = at.services;
    const items = await readDue({ snapshot, asOf, withheld, reports, rules, on, touch });
    const isOrphaned = orphanedOn(on, organizations);
    return connectionOfAll(
      page,
      items.filter(isWanted(args.filter ?? {}, isOrphaned, inRegion(organizations))),
      dueKey,
      (item) => ({
        ...item,
        what: labelText(item.what),
        title: item.title && freeTextOf(item.title, at),
        organizations: item.organizations.map((code) => buildOrganization(code, organizations)),
        orphaned: isOrphaned(item),
      }),
    );
  }
}
