import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { unitsIn, type Arrangement } from '../../domain/indicator/partition.js';
import { geographyOf, unitId } from '../../domain/indicator/units.js';
import { openReading } from '../as-of.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { readVisibility } from '../consent/visibility.js';
import { readReviews } from '../reporting/reviews.js';
import { openPage } from '../page.js';
import { buildObservation } from './observation.build.js';
import { Observation } from './observation.object.js';
import { OutcomesByBodyArgs, ProvinceOutcomeArgs } from './outcome.args.js';
import { ProvinceOutcome } from './province-outcome.object.js';
import { readProvinceOutcome } from './province-outcome.js';
import { checkArea, isYetToCome, ontario, readQuestion } from './question.js';
import { reportOf } from './reports.js';
import { province, putTogether } from './rollup.js';

const ObservationConnection = countedConnectionType(
  'Observation',
  () => Observation,
  'observations of the bodies expected',
);

/** Codes of the bodies among the units expected, in order; areas have numbers of their own. */
const bodiesIn = (arrangement: Arrangement): readonly string[] =>
  unitsIn(arrangement)
    .map(({ id }) => geographyOf(id))
    .filter(({ kind }) => kind === 'BODY')
    .map(({ code }) => code)
    .toSorted();

/** Numbers of the province and of its bodies. */
@Resolver()
export class OutcomeQueries {
  @Query(() => ProvinceOutcome, {
    nullable: true,
    description:
      'What an indicator reads for the province or another area: as its source published it, ' +
      'or summed from what bodies reported.',
  })
  async provinceOutcome(
    @Args(() => ProvinceOutcomeArgs) { area, basis, asOf, ...named }: ProvinceOutcomeArgs,
    @Ctx() context: RequestContext,
  ): Promise<ProvinceOutcome | null> {
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const question = await readQuestion(named, reading);
    const code = area ?? ontario;
    await checkArea(code, reading);
    return readProvinceOutcome(question, code, basis ?? 'BEST', reading);
  }

  @Query(() => ObservationConnection, {
    nullable: true,
    description:
      'What each body reported, by code. Every body expected is there, NOT_REPORTED when ' +
      'nothing came; numbers the caller may not read before they are released are null.',
  })
  async outcomesByBody(
    @Args(() => OutcomesByBodyArgs) args: OutcomesByBodyArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Observation> | null> {
    const page = await openPage('outcomesByBody', args, context);
    const { reading } = page;
    if (await isYetToCome(args.indicator, reading)) return null;
    const question = await readQuestion(args, reading);
    const { arranged, rosters, reports } = await putTogether(question, province, reading);
    const indicator = buildIndicator(question.indicator);
    const visibility = await readVisibility(reading);
    const organizations = rosters.bodies;
    const reviews = await readReviews(question.indicator, question.period.text, reading);
    const known = { question, indicator, organizations, area: null, reading, visibility, reviews };
    return connectionOfAll(
      page,
      bodiesIn(arranged.arrangement).filter((code) =>
        visibility.showsNumber({ kind: 'BODY', code }, args.indicator),
      ),
      (code) => code,
      (code) =>
        buildObservation(
          { kind: 'BODY', code },
          reportOf(reports, unitId('BODY', code), question),
          known,
        ),
    );
  }
}
