/** A definition that sentences are told about. */
export const definition = {
  name: { en: 'Housing cost burden', fr: 'Poids du logement' },
  kind: 'RATIO',
  unit: { en: 'percent', fr: 'pour cent' },
  decimals: 2,
  direction: 'LOWER',
  universe: { kind: 'OBLIGED' },
  sensitivity: 'PUBLIC',
  overTime: 'NONE',
  overSpace: 'RATIO_OF_SUMS',
  periodKind: 'YEAR',
  proportion: true,
  dimensions: [],
} as const;
