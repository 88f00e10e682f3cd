import { unitsIn, type Unit } from '../../domain/indicator/partition.js';
import { geographyOf } from '../../domain/indicator/units.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { mayReadNumbers } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { labelText } from '../text.build.js';
import { readArea } from './area.build.js';
import { numbersOf } from './observed-value.js';
import type {
  OutcomeRollup,
  PlaceObject,
  RollupRule,
  RollupUnit,
} from './outcome-rollup.object.js';
import type { Question } from './question.js';
import { reportOf } from './reports.js';
import { isApproximate, type PutTogether } from './rollup.js';
import { rollupSentence } from './rollup-sentence.js';
import { verdictOf, type Verdict } from './verdict.js';

async function buildUnit(
  { id, population }: Unit,
  verdict: Verdict,
  { reports, rosters }: PutTogether,
  question: Question,
  reading: Reading,
): Promise<RollupUnit> {
  const { kind, code } = geographyOf(id);
  const isBody = kind === 'BODY';
  const row = reportOf(reports, id, question);
  const body = isBody ? code : undefined;
  const mayRead = mayReadNumbers(reading.context.caller, question.indicator, body);
  const { value, numerator, denominator } = numbersOf(row, question.indicator, mayRead);
  return {
    organization: isBody ? buildOrganization(code, rosters.bodies) : null,
    area: isBody ? null : await readArea(code, reading),
    population,
    verdict,
    value,
    numerator,
    denominator,
    flags: row?.flags ?? [],
    revisions: row?.revisions ?? 0,
    recordedAt: row?.recordedAt ?? null,
  };
}

function ruleOf({ definition, reports, facts }: PutTogether): RollupRule {
  const { kind, overSpace, overTime, factor, decimals } = definition;
  const counted = reports.rows.flatMap((part) =>
    [...part].filter(([id]) => facts.get(id)?.leftOut !== 'OTHER_DEFINITION'),
  );
  const versions = new Set(counted.map(([, { indicatorVersion }]) => indicatorVersion));
  return {
    kind,
    overSpace,
    overTime,
    factor: factor ?? null,
    decimals,
    periods: reports.parts.map(({ text }) => text),
    versions: [...versions].toSorted((a, b) => a - b),
    sentence: labelText(rollupSentence(definition, reports.parts.length > 1)),
  };
}

/** A number put together, with the rule and what became of every unit. */
export async function buildOutcomeRollup(
  put: PutTogether,
  place: PlaceObject,
  question: Question,
  reading: Reading,
): Promise<OutcomeRollup> {
  const { indicator, period, categories } = question;
  const { arrangement, acrossBorder } = put.arranged;
  const inside = unitsIn(arrangement).map((unit) => [unit, verdictOf(unit.id, put)] as const);
  const outside = acrossBorder.map((unit) => [unit, 'ACROSS_BORDER'] as const);
  const { showsNumber } = await readVisibility(reading);
  const shown = [...inside, ...outside].filter(([{ id }]) =>
    showsNumber(geographyOf(id), indicator.key),
  );
  const units = shown.toSorted(([a], [b]) => (a.id < b.id ? -1 : 1));
  return {
    indicator: buildIndicator(indicator),
    place,
    period: period.text,
    categories,
    ...put.rollup,
    attribution: put.definition.accountability === 'PERFORMANCE',
    approximate: isApproximate(put.definition, put.rollup),
    rule: ruleOf(put),
    units: await Promise.all(
      units.map(([unit, verdict]) => buildUnit(unit, verdict, put, question, reading)),
    ),
    asOf: reading.info,
  };
}
