import type { AreaKind } from '../domain/area/events.js';
import type { EventData } from '../domain/catalogue.js';
import type { Absence, Basis } from '../domain/indicator/aggregation.js';
import type { IndicatorDefinition, IndicatorKind } from '../domain/indicator/events.js';
import type { ProgressStatus } from '../domain/indicator/progress.js';
import type { ObservationFlag, ObservationStatus } from '../domain/observation/events.js';
import type { PlaceKind } from './outcome/place.js';
import type { Verdict } from './outcome/verdict.js';
import type { PeriodKind } from '../domain/period.js';
import type { ProgressGap } from './outcome/progress-gap.js';
import { registerEnum } from './register-enum.js';

type Measure = EventData<'MeasureDefined'>;

/** The enums of indicators, measures and observations; `enums` is where to take them from. */
export const outcomeEnums = {
  IndicatorKind: registerEnum<IndicatorKind>(
    'IndicatorKind',
    'What an indicator measures, which decides how its values may be put together.',
    {
      COUNT_FLOW: 'Things that happened in a period, counted.',
      COUNT_STOCK: 'Things there are at a point in time, counted.',
      RATIO: 'Numerator over denominator, times a factor.',
      MEAN: 'A total over the number of cases.',
      MEDIAN_OR_PERCENTILE: 'A median or percentile; put together from counts by bucket alone.',
      INDEX_PUBLISHED: 'An index its source publishes; never computed from parts.',
      SURVEY_ESTIMATE: 'An estimate from a survey.',
      ORDINAL: 'A place on a scale.',
      QUALITATIVE: 'A judgment in words, without a number.',
    },
  ),
  OverTimeOperator: registerEnum<IndicatorDefinition['overTime']>(
    'OverTimeOperator',
    'What happens to values over periods.',
    {
      SUM: 'They are added.',
      LAST: 'The last one stands.',
      MEAN: 'Their mean is taken.',
      RATIO_OF_SUMS: 'Numerators and denominators are added, then divided.',
      HISTOGRAM: 'Counts by bucket are added and the percentile is read off; approximate.',
      NONE: 'They are never put together.',
    },
  ),
  OverSpaceOperator: registerEnum<IndicatorDefinition['overSpace']>(
    'OverSpaceOperator',
    'What happens to values over bodies.',
    {
      SUM: 'They are added.',
      RATIO_OF_SUMS: 'Numerators and denominators are added, then divided.',
      HISTOGRAM: 'Counts by bucket are added and the percentile is read off; approximate.',
      NONE: 'They are never put together.',
    },
  ),
  Direction: registerEnum<IndicatorDefinition['direction']>('Direction', 'Which way is better.', {
    HIGHER: 'More is better.',
    LOWER: 'Less is better.',
    NONE: 'The indicator is watched, not steered.',
  }),
  Sensitivity: registerEnum<IndicatorDefinition['sensitivity']>(
    'Sensitivity',
    'How much an unreleased number may say about few people.',
    {
      PUBLIC: 'Its source published it; it is open to all.',
      CELL_5: 'The smallest cell that may be shown is 5.',
      CELL_11: 'The smallest cell that may be shown is 11.',
      CELL_15: 'The smallest cell that may be shown is 15.',
      CELL_20: 'The smallest cell that may be shown is 20.',
    },
  ),
  PeriodKind: registerEnum<PeriodKind>(
    'PeriodKind',
    'The one kind of period an indicator is observed for.',
    {
      YEAR: 'A calendar year: "2021".',
      QUARTER: 'A quarter: "2024-Q3".',
      MONTH: 'A month: "2024-07".',
      DAY: 'A day, for stocks: "2024-10-08".',
      FISCAL_YEAR: 'April to March: "FY2024" ends on 2025-03-31.',
      SCHOOL_YEAR: 'September to August: "SY2023" ends on 2024-08-31.',
      ROLLING_YEARS: 'An inclusive range of years, never summed: "2021/2023".',
    },
  ),
  UniverseKind: registerEnum<IndicatorDefinition['universe']['kind']>(
    'UniverseKind',
    'From which bodies an indicator is expected.',
    {
      OBLIGED: 'The bodies that must adopt a plan.',
      MUNICIPALITIES: 'Every single-tier and lower-tier municipality.',
      LISTED: 'The bodies listed.',
    },
  ),
  Comparability: registerEnum<EventData<'IndicatorRevised'>['comparability']>(
    'Comparability',
    'How a version of an indicator relates to the one before.',
    {
      COMPARABLE: 'The series goes on.',
      BREAK: 'Another series begins; no change is computed across the break.',
    },
  ),
  AreaKind: registerEnum<AreaKind>('AreaKind', 'What a reporting area is the area of.', {
    POLICE_SERVICE: 'A police service.',
    HEALTH_UNIT: 'A health unit.',
    SCHOOL_BOARD: 'A school board.',
    SERVICE_MANAGER: 'A manager of housing and social services.',
    JOINT_SERVICE: 'A service that several bodies share.',
    OTHER: 'Something else.',
  }),
  Verdict: registerEnum<Verdict>(
    'Verdict',
    'How what a body or reporting area reported was taken into a number.',
    {
      COUNTED: 'It is in the number.',
      NOT_REPORTED: 'It did not report.',
      NOT_APPLICABLE: 'The indicator does not apply to it.',
      SUPPRESSED_AT_SOURCE: 'The source hides its number.',
      WITHDRAWN: 'It withdrew its number.',
      WITHOUT_PARTS: 'It gave a rate without its parts, which cannot be added.',
      INCOMPLETE_OVER_TIME: 'It did not report every part of the period.',
      OTHER_DEFINITION: 'It reported under a definition that is not comparable.',
      STANDS_ASIDE: 'It reported, but others speak for the same people.',
      SPOKEN_FOR: 'It did not report, but another speaks for its people.',
      ACROSS_BORDER: 'It lies across the border of the place.',
    },
  ),
  PlaceKind: registerEnum<PlaceKind>('PlaceKind', 'What a number is put together for.', {
    PROVINCE: 'All of Ontario.',
    CENSUS_DIVISION: 'The bodies of a census division.',
    BODY: 'A municipality: itself, or its lower tiers.',
    PLAN: 'The bodies that share a plan.',
  }),
  OutcomeLevel: registerEnum<Measure['level']>(
    'OutcomeLevel',
    'Level of the logic model (Booklet 3, tool 6).',
    {
      OUTPUT: 'What activities produce.',
      IMMEDIATE: 'A change in knowledge, skills or awareness.',
      INTERMEDIATE: 'A change in behaviour, practice or service.',
      LONG_TERM: 'A change in the state of the community.',
    },
  ),
  Accountability: registerEnum<Measure['accountability']>(
    'Accountability',
    'Whom an indicator or measure is about (Results-Based Accountability).',
    { POPULATION: 'A whole population.', PERFORMANCE: 'The people a service reached.' },
  ),
  Question: registerEnum<NonNullable<Measure['question']>>(
    'Question',
    'What is asked of a service (Results-Based Accountability).',
    {
      HOW_MUCH: 'How much was done?',
      HOW_WELL: 'How well was it done?',
      BETTER_OFF: 'Is anyone better off?',
    },
  ),
  BaselineKind: registerEnum<EventData<'BaselineSet'>['kind']>(
    'BaselineKind',
    'What a measure starts from.',
    {
      VALUE: 'A value for a period.',
      STARTS_FROM_ZERO: 'Nothing there before; it starts from zero.',
      NOT_YET_KNOWN: 'A value that is not yet known.',
    },
  ),
  TargetKind: registerEnum<EventData<'TargetSet'>['kind']>(
    'TargetKind',
    'How a target is to be read.',
    {
      ABSOLUTE: 'The value to be reached.',
      RELATIVE_CHANGE: 'A change from the baseline, in percent of it.',
      PERCENTAGE_POINT_CHANGE: 'A change from the baseline, in percentage points.',
      COMPLETION: 'A share to be completed, in percent.',
    },
  ),
  ObservationStatus: registerEnum<ObservationStatus>(
    'ObservationStatus',
    'What is known of an observation. A true zero is REPORTED "0"; missing is not zero.',
    {
      REPORTED: 'There is a number, or a judgment.',
      NOT_REPORTED: 'The body did not report.',
      NOT_APPLICABLE: 'The indicator does not apply to the body.',
      SUPPRESSED_AT_SOURCE: 'The source hides the number.',
      WITHDRAWN: 'It was recorded and withdrawn.',
    },
  ),
  ObservationFlag: registerEnum<ObservationFlag>(
    'ObservationFlag',
    'What a reader should know of a number.',
    {
      PROVISIONAL: 'It may still change.',
      ESTIMATED: 'It was estimated.',
      BREAK: 'It is not comparable with the periods before.',
      LOW_RELIABILITY: 'Its source advises caution.',
      PARTIAL: 'Units of the source are missing from it.',
      REVISED: 'Its source revised it.',
    },
  ),
  Review: registerEnum<'NONE' | 'PENDING' | 'ACCEPTED'>(
    'Review',
    'Whether the ministry has reviewed a number.',
    {
      NONE: 'No review was asked for.',
      PENDING: 'It waits to be reviewed.',
      ACCEPTED: 'The ministry accepted it.',
    },
  ),
  Basis: registerEnum<Basis>('Basis', 'Where a value for an area comes from.', {
    BEST: 'What a source published or, failing that, what bodies reported, put together.',
    PUBLISHED: 'A source published it for the area.',
    ROLLED_UP: 'Reports of bodies, put together.',
  }),
  Absence: registerEnum<Absence>('Absence', 'Why there is no value.', {
    NOT_AGGREGATABLE: 'Values of this kind cannot be put together.',
    NO_REPORTS: 'Nothing was reported.',
    BELOW_COVERAGE_FLOOR: 'The bodies that reported cover too few people.',
    OVERLAP: 'Bodies that reported overlap, so their values would count people twice.',
    NOT_RELEASED: 'The number is not released to the public.',
    SUPPRESSED: 'It is hidden because it would say too much about few people.',
  }),
  ProgressStatus: registerEnum<ProgressStatus>(
    'ProgressStatus',
    'How a series moves towards where it should go.',
    {
      TARGET_ACHIEVED: 'The target is reached.',
      SUBSTANTIAL: 'On track.',
      MODERATE: 'Moving the right way, too slowly for the target.',
      LIMITED: 'Hardly moving the right way.',
      DETERIORATION: 'Moving the wrong way.',
      NOT_AVAILABLE: 'It cannot be judged.',
    },
  ),
  ProgressGap: registerEnum<ProgressGap>('ProgressGap', 'Why progress cannot be computed.', {
    NO_DIRECTION: 'The indicator is watched, not steered: neither way is better.',
    TOO_FEW_VALUES: 'There are fewer than two values that can be compared.',
    WITHIN_ONE_YEAR: 'The baseline and the latest value are not a year apart.',
    BASELINE_NOT_POSITIVE: 'Relative change from a baseline of zero or less is undefined.',
    VALUE_NEGATIVE: 'Relative change to a value below zero is undefined.',
    TARGET_WITHOUT_GROWTH: 'The target equals the baseline, is not later, or is below zero.',
    TARGET_WITHOUT_DATE: 'The target says no day by which it is to be reached.',
    TARGET_NOT_MEASURED: 'The target is no value of the indicator, or needs a known baseline.',
    BASELINE_NOT_YET_KNOWN: 'The measure says that its baseline is not yet known.',
    BREAK: 'The baseline lies before a break; values across a break are never compared.',
    NOT_RELEASED: 'The numbers are not released to the caller.',
    JOINT_PLAN: 'Several bodies take part in the plan, which has no series of its own.',
  }),
};
