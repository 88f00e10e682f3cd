import { Args, ArgsType, Ctx, Query, Resolver } from 'type-graphql';
import { mayReadPeople } from '../authorization.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { denied } from '../denied.js';
import { ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { readOrganizations } from '../roster.js';
import { buildPerson } from './person.build.js';
import { Person } from './person.object.js';

const PersonConnection = countedConnectionType('Person', () => Person, 'persons');

/** Arguments of `people`. */
@ArgsType()
class PeopleArgs extends ListArgs {}

/** Who was invited. */
@Resolver()
export class PersonQueries {
  @Query(() => PersonConnection, {
    nullable: true,
    description: 'Everybody who was invited and the roles they hold. For administrators.',
  })
  async people(
    @Args(() => PeopleArgs) args: PeopleArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Person>> {
    if (!mayReadPeople(context.caller)) throw denied(context);
    const page = await openPage('people', args, context);
    const { reading } = page;
    context.tags.add('people');
    const [people, organizations] = await Promise.all([
      reading.snapshot.people(reading.asOf),
      readOrganizations(reading),
    ]);
    return connectionOfAll(
      page,
      [...people].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ([id]) => id,
      ([id, row]) => buildPerson(id, row, { organizations }, reading),
    );
  }
}
