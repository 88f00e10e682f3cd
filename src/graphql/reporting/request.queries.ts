import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { readableOrganizations } from '../../domain/authority.js';
import { dayToReadOn } from '../as-of.js';
import { mayReadReports } from '../authorization.js';
import { CodedError } from '../coded-error.js';
import { connectionOf, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { openPage } from '../page.js';
import { InformationRequestsArgs } from './reporting.args.js';
import { buildRequest } from './request.build.js';
import { readRequests } from './request.load.js';
import { InformationRequest } from './request.object.js';

const RequestConnection = countedConnectionType(
  'InformationRequest',
  () => InformationRequest,
  'requests for information',
);

/** Refuses those who belong to nobody that could be asked. @throws CodedError */
function checkMayAsk(organization: string | null | undefined, context: RequestContext): void {
  const { caller, language } = context;
  const asked = organization == null ? readableOrganizations(caller) : [organization];
  if (mayReadReports(caller) || asked.some((each) => mayReadReports(caller, each))) return;
  const reason = caller.role === 'public' ? 'authentication-required' : 'not-permitted';
  throw new CodedError(reason, language);
}

/** What the ministry asks besides reports. */
@Resolver()
export class RequestQueries {
  @Query(() => RequestConnection, {
    nullable: true,
    description:
      'Requests of the ministry for information, newest first: all of them for the ministry, ' +
      'those that ask their organizations for members and regional advisers.',
  })
  async informationRequests(
    @Args(() => InformationRequestsArgs) args: InformationRequestsArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<InformationRequest>> {
    checkMayAsk(args.organization, context);
    const page = await openPage('informationRequests', args, context);
    const { reading, after, first } = page;
    const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
    if (!Number.isSafeInteger(before)) throw new CodedError('cursor-invalid');
    const on = dayToReadOn(reading, args.on);
    const rows = await readRequests(reading);
    const built = await Promise.all(
      rows.map(async ({ position, document }) => ({
        position,
        node: await buildRequest(document, on, reading),
      })),
    );
    const wanted = built.flatMap(({ position, node }) => {
      const isMeant = node?.responses.some(
        ({ organization, state }) =>
          (args.organization == null || organization.code === args.organization) &&
          (args.state == null || state === args.state),
      );
      return node !== null && isMeant ? [{ position, node }] : [];
    });
    const connection = connectionOf(
      page,
      wanted.filter(({ position }) => position < before).slice(0, first + 1),
      ({ position }) => String(position),
      ({ node }) => node,
    );
    return { ...connection, totalCount: wanted.length };
  }
}
