import { FieldResolver, Resolver, Root } from 'type-graphql';
import { dayToReadOn } from '../as-of.js';
import { OnArg } from '../list.args.js';
import { readBodyReports } from './body-reports.js';
import { countReports } from './counts.js';
import { JointReport, ReportingCycle, SubmissionCounts } from './cycle.object.js';
import { readJointReports } from './joint-reports.js';

/** Fields of a cycle that read the reports made in it. */
@Resolver(() => ReportingCycle)
export class CycleFields {
  @FieldResolver(() => SubmissionCounts, {
    description: 'How many reports stand where. Open to all: it names nobody.',
  })
  async counts(
    @Root() { document, reading }: ReportingCycle,
    @OnArg('Day of the calendar') on?: string | null,
  ): Promise<SubmissionCounts> {
    return countReports(await readBodyReports(document, dayToReadOn(reading, on), reading));
  }

  @FieldResolver(() => [JointReport], {
    description:
      'Joint plans whose bodies report in it, for those who may read the report of one of them.',
  })
  async jointReports(
    @Root() { document, reading }: ReportingCycle,
    @OnArg('Day of the calendar') on?: string | null,
  ): Promise<readonly JointReport[]> {
    const reports = await readBodyReports(document, dayToReadOn(reading, on), reading);
    return readJointReports(reports, reading);
  }
}
