import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { readableOrganizations } from '../../domain/authority.js';
import type { ImportRow } from '../../projections/import-attempts/view.js';
import type { Reading } from '../as-of.js';
import { mayReadAllImports, mayReadImports } from '../authorization.js';
import { CodedError } from '../coded-error.js';
import { connectionOf, connectionType, type Connection } from '../connection.js';
import { readVisibility } from '../consent/visibility.js';
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

/**
 * Attempts before a position, newest first, without those of First Nations that do not show them.
 * @param limit most that are wanted
 */
async function readShown(
  organizations: readonly string[] | undefined,
  before: number,
  limit: number,
  reading: Reading,
): Promise<readonly ImportRow[]> {
  const { snapshot, asOf } = reading;
  const { isShown } = await readVisibility(reading);
  const shown: ImportRow[] = [];
  let rows: readonly ImportRow[];
  let from = before;
  do {
    rows = await snapshot.importAttempts(organizations, { before: from, limit }, asOf);
    shown.push(...rows.filter(({ organization }) => isShown(organization, { kind: 'FILES' })));
    from = rows.at(-1)?.position ?? 0;
  } while (rows.length === limit && shown.length < limit);
  return shown.slice(0, limit);
}

/** Attempts to import files. */
@Resolver()
export class ImportQueries {
  @Query(() => ImportConnection, {
    nullable: true,
    description:
      'Attempts to import files, newest first. For the ministry, and for members and regional ' +
      'advisers of the organization. Those of a First Nation need its consent to plans and to ' +
      'all numbers.',
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
    const rows = await readShown(organizations, before, first + 1, reading);
    const known = await readOrganizations(reading);
    return connectionOf(
      page,
      rows,
      ({ position }) => String(position),
      ({ document }) => buildImportAttempt(document, known, reading),
    );
  }
}
