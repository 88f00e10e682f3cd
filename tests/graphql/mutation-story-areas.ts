const hamilton = '3525005';
const reason = { en: 'The crosswalk was redrawn' };
const boundaries = (from: string) => ({
  from,
  members: [hamilton],
  method: 'source-crosswalk',
  source: { en: 'Police services crosswalk' },
});

/** A police service's area is defined, redrawn and ended. */
export const areaSteps = [
  {
    mutation: 'defineArea',
    input: () => ({
      code: 'hamilton-police-area',
      kind: 'POLICE_SERVICE',
      name: { en: 'Hamilton Police' },
      ...boundaries('2020-01-01'),
    }),
  },
  {
    mutation: 'redrawArea',
    input: () => ({ area: 'hamilton-police-area', ...boundaries('2021-01-01'), reason }),
  },
  {
    mutation: 'endArea',
    input: () => ({ area: 'hamilton-police-area', endedOn: '2024-01-01', reason }),
  },
] as const;
