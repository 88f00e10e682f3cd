import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { readableOrganizations } from '../../domain/authority.js';
import { mayReadAllImports, mayReadImports } from '../authorization.js';
import { CodedError } from '../coded-error.js';
import { connectionOf, connectionType, type Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { readOrganizations } from '../roster.js';
import { buildImportAttempt } from './import.build.js';
import { ImportAttempt } from './import.object.js';

const ImportConnection = connectionType('ImportAttempt', () => ImportAttempt, 'attempts to import');

/** Arguments of `importAttempts`. */
@ArgsType()
class ImportAttemptsArgs extends ListArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an organization; all that the caller may see when absent.',
  })
  readonly organization?: string | null;
}

/** Whose attempts are wanted; undefined for everybody's. @throws CodedError */
function wanted(
  organization: string | null | undefined,
  { caller, language }: RequestContext,
): readonly string[] | undefined {
  if (organization == null && mayReadAllImports(caller)) return undefined;
  const asked = organization == null ? readableOrganizations(caller) : [organization];
  const own = asked.filter((each) => mayReadImports(caller, each));
  if (own.length > 0) return own;
  const reason = caller.role === 'public' ? 'authentication-required' : 'not-permitted';
  throw new CodedError(reason, language);
}

/** Attempts to import files. */
@Resolver()
export class ImportQueries {
  @Query(() => ImportConnection, {
    nullable: true,
    description:
      'Attempts to import files, newest first. For the ministry, and for members and regional ' +
      'advisers of the organization.',
  })
  async importAttempts(
    @Args(() => ImportAttemptsArgs) args: ImportAttemptsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ImportAttempt>> {
    const organizations = wanted(args.organization, context);
    const page = await openPage('importAttempts', args, context);
    const { reading, first, after } = page;
    const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
    if (!Number.isSafeInteger(before)) throw new CodedError('cursor-invalid');
    context.tags.add('imports');
    const { snapshot, asOf } = reading;
    const window = { before, limit: first + 1 };
    const rows = await snapshot.importAttempts(organizations, window, asOf);
    const known = await readOrganizations(reading);
    return connectionOf(
      page,
      rows,
      ({ position }) => String(position),
      ({ document }) => buildImportAttempt(document, known, reading),
    );
  }
}
