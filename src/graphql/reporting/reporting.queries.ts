import { Arg, Args, ArgsType, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isInRegion } from '../../domain/organization/region.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { dayToReadOn, openReading, type Reading } from '../as-of.js';
import { mayReadReports } from '../authorization.js';
import { countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { AsOfArg, ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { DateScalar } from '../scalars.js';
import { readBodyReports, type BodyReport } from './body-reports.js';
import { buildCycle } from './cycle.build.js';
import { ReportingCycle } from './cycle.object.js';
import { findCycle, readCycles } from './cycles.load.js';
import { pageOf } from './page-of.js';
import { SubmissionsArgs, type SubmissionFilterInput } from './reporting.args.js';
import { buildSubmission } from './submission.build.js';
import { Submission } from './submission.object.js';

const CycleConnection = countedConnectionType(
  'ReportingCycle',
  () => ReportingCycle,
  'reporting cycles',
);
const SubmissionConnection = countedConnectionType('Submission', () => Submission, 'reports');

/** Arguments of `reportingCycles`. */
@ArgsType()
class ReportingCyclesArgs extends ListArgs {}

const OnArg = (): ParameterDecorator =>
  Arg('on', () => DateScalar, {
    nullable: true,
    description: 'Day of the calendar; default today in Toronto, or the day of asOf.',
  }) as ParameterDecorator;

const CycleIdArg = (): ParameterDecorator =>
  Arg('cycleId', () => ID, { description: 'Id of the reporting cycle.' }) as ParameterDecorator;

const isWanted =
  ({ state, timeliness, censusDivision, upperTier, region }: SubmissionFilterInput) =>
  (report: BodyReport): boolean =>
    (state == null || report.state === state) &&
    (timeliness == null || report.timing.timeliness === timeliness) &&
    (censusDivision == null || report.body.censusDivision === censusDivision) &&
    (region == null || isInRegion(report.body, region)) &&
    (upperTier == null || [report.body.code, report.body.upperTier].includes(upperTier));

/** Reports of a body in every cycle, the first due first. */
async function readSchedule(body: string, on: string, reading: Reading): Promise<BodyReport[]> {
  const cycles = await readCycles(reading);
  const reports = await Promise.all(
    cycles.map((cycle) => readBodyReports(cycle, on, reading, body)),
  );
  const dueOf = ({ cycle }: BodyReport): string => `${cycle.deadline} ${cycle.id}`;
  return reports.flat().toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
}

/** Reporting cycles and the reports made in them. */
@Resolver()
export class ReportingQueries {
  @Query(() => CycleConnection, {
    nullable: true,
    description: 'Reporting cycles, by the day they are due. Open to all.',
  })
  async reportingCycles(
    @Args(() => ReportingCyclesArgs) args: ReportingCyclesArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<ReportingCycle>> {
    const page = await openPage('reportingCycles', args, context);
    const keyOf = ({ deadline, id }: { deadline: string; id: string }) => `${deadline} ${id}`;
    const cycles = await readCycles(page.reading);
    const ordered = cycles.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return pageOf(page, ordered, keyOf, (cycle) => buildCycle(cycle, page.reading));
  }

  @Query(() => ReportingCycle, {
    nullable: true,
    description: 'A reporting cycle; null if unknown. Open to all.',
  })
  async reportingCycle(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ReportingCycle | null> {
    const reading = await openReading(asOf, context);
    const cycle = await findCycle(id, reading);
    return cycle === undefined ? null : buildCycle(cycle, reading);
  }

  @Query(() => SubmissionConnection, {
    nullable: true,
    description:
      'Reports of a cycle by code of their body, those not started included: of all bodies for ' +
      'the ministry, of their own for members and regional advisers; null for an unknown cycle.',
  })
  async submissions(
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Submission> | null> {
    const page = await openPage('submissions', args, context);
    const { reading } = page;
    const cycle = await findCycle(args.cycleId, reading);
    if (cycle === undefined) return null;
    const reports = await readBodyReports(cycle, dayToReadOn(reading, args.on), reading);
    const rows = reports
      .filter(({ body }) => mayReadReports(context.caller, body.code))
      .filter(isWanted(args.filter ?? {}));
    const keyOf = ({ body }: BodyReport): string => body.code;
    return pageOf(page, rows, keyOf, (report) => buildSubmission(report, reading));
  }

  @Query(() => Submission, {
    nullable: true,
    description:
      'The report of a body in a cycle, with its numbers and its history; null when nothing is ' +
      'expected of the body, and for those who may not read it.',
  })
  async submission(
    @CycleIdArg() cycleId: string,
    @Arg('body', () => ID, { description: 'Code of the body.' }) body: string,
    @OnArg() on: string | undefined,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Submission | null> {
    if (!mayReadReports(context.caller, body)) return null;
    const reading = await openReading(asOf, context);
    const cycle = await findCycle(cycleId, reading);
    if (cycle === undefined) return null;
    const [report] = await readBodyReports(cycle, dayToReadOn(reading, on), reading, body);
    return report === undefined ? null : buildSubmission(report, reading);
  }

  @Query(() => [Submission], {
    nullable: true,
    description:
      'What a body has to report in every cycle and when, the first due first; null for those ' +
      'who may not read it.',
  })
  async reportsDue(
    @Arg('body', () => ID, { description: 'Code of the body.' }) body: string,
    @OnArg() on: string | undefined,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly Submission[] | null> {
    if (!mayReadReports(context.caller, body)) return null;
    const reading = await openReading(asOf, context);
    const reports = await readSchedule(body, dayToReadOn(reading, on), reading);
    return Promise.all(reports.map((report) => buildSubmission(report, reading)));
  }
}
