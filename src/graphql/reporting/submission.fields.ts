import { FieldResolver, Resolver, Root } from 'type-graphql';
import { mayReadImports } from '../authorization.js';
import { readVisibility } from '../consent/visibility.js';
import { buildImportAttempt } from '../import/import.build.js';
import { ImportAttempt } from '../import/import.object.js';
import { readOrganizations } from '../roster.js';
import { Submission } from './submission.object.js';

const attemptsMax = 100;

/** Fields of a submission that read more than the submission. */
@Resolver(() => Submission)
export class SubmissionFields {
  @FieldResolver(() => [ImportAttempt], {
    description:
      `Files the body tried to bring in since the cycle was opened, with their reports, newest ` +
      `first, at most ${attemptsMax}; \`importAttempts\` has more.`,
  })
  async imports(@Root() { report, reading }: Submission): Promise<readonly ImportAttempt[]> {
    const { snapshot, asOf, context } = reading;
    const { code } = report.body;
    if (!mayReadImports(context.caller, code)) return [];
    const { isShown } = await readVisibility(reading);
    if (!isShown(code, { kind: 'FILES' })) return [];
    context.tags.add('imports');
    const page = { before: Number.MAX_SAFE_INTEGER, limit: attemptsMax };
    const rows = await snapshot.importAttempts([code], page, asOf);
    const organizations = await readOrganizations(reading);
    return rows
      .filter(({ position }) => position > report.cycle.openedAtPosition)
      .map(({ document }) => buildImportAttempt(document, organizations, reading));
  }
}
