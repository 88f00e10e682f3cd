/** How a demonstration plan covers its risks, counted by hand in `demonstration/plans.json`. */
export type CountedByHand = {
  /** Risk, area, sectors; then how many commitments stand within the one strategy there. */
  readonly cells: readonly (readonly [string, string, string, number])[];
  /** Risk, and the areas in which no strategy meets it. */
  readonly gaps: readonly (readonly [string, string])[];
  /** Priority risks on which nothing but work done is measured. */
  readonly unmeasured: readonly string[];
};

/** The three plans, by a body of each. */
export const byHand = {
  // Timmins
  '3556027': {
    cells: [
      ['homelessness', 'SOCIAL_DEVELOPMENT', 'housing municipal-government', 1],
      ['opioid-use', 'PREVENTION', 'education public-health', 1],
      ['opioid-use', 'RISK_INTERVENTION', 'mental-health police social-services', 2],
      ['poor-mental-health', 'RISK_INTERVENTION', 'mental-health police social-services', 2],
      ['poor-mental-health', 'INCIDENT_RESPONSE', 'mental-health police', 1],
    ],
    gaps: [
      ['homelessness', 'PREVENTION RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['opioid-use', 'SOCIAL_DEVELOPMENT INCIDENT_RESPONSE'],
      ['poor-mental-health', 'SOCIAL_DEVELOPMENT PREVENTION'],
    ],
    unmeasured: ['poor-mental-health'],
  },
  // The eight municipalities of Bruce County; one commitment to victims was withdrawn.
  '3541024': {
    cells: [
      ['drug-use', 'PREVENTION', 'children-and-youth education mental-health', 1],
      ['drug-use', 'RISK_INTERVENTION', 'health police social-services', 1],
      ['housing-affordability', 'SOCIAL_DEVELOPMENT', 'housing municipal-government', 1],
      ['poor-mental-health', 'PREVENTION', 'children-and-youth education mental-health', 1],
      ['poor-mental-health', 'RISK_INTERVENTION', 'health police social-services', 1],
      ['victimization-property', 'INCIDENT_RESPONSE', 'police victim-services', 1],
    ],
    gaps: [
      ['drug-use', 'SOCIAL_DEVELOPMENT INCIDENT_RESPONSE'],
      ['housing-affordability', 'PREVENTION RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['poor-mental-health', 'SOCIAL_DEVELOPMENT INCIDENT_RESPONSE'],
      ['victimization-property', 'SOCIAL_DEVELOPMENT PREVENTION RISK_INTERVENTION'],
    ],
    unmeasured: ['poor-mental-health', 'drug-use', 'victimization-property'],
  },
  // Durham
  '3518': {
    cells: [
      ['criminal-involvement-general', 'PREVENTION', 'children-and-youth education', 1],
      ['drug-use', 'PREVENTION', 'children-and-youth education', 1],
      ['homelessness', 'SOCIAL_DEVELOPMENT', 'housing municipal-government social-services', 1],
      ['poor-mental-health', 'RISK_INTERVENTION', 'health police social-services', 1],
      ['poor-mental-health', 'INCIDENT_RESPONSE', 'mental-health police', 1],
      ['social-isolation', 'SOCIAL_DEVELOPMENT', 'housing municipal-government social-services', 1],
      [
        'systemic-discrimination',
        'SOCIAL_DEVELOPMENT',
        'housing municipal-government social-services',
        1,
      ],
      ['victimization-violence', 'RISK_INTERVENTION', 'health police social-services', 1],
    ],
    gaps: [
      ['criminal-involvement-general', 'SOCIAL_DEVELOPMENT RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['drug-use', 'SOCIAL_DEVELOPMENT RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['homelessness', 'PREVENTION RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['poor-mental-health', 'SOCIAL_DEVELOPMENT PREVENTION'],
      ['social-isolation', 'PREVENTION RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['systemic-discrimination', 'PREVENTION RISK_INTERVENTION INCIDENT_RESPONSE'],
      ['victimization-violence', 'SOCIAL_DEVELOPMENT PREVENTION INCIDENT_RESPONSE'],
    ],
    unmeasured: [
      'poor-mental-health',
      'drug-use',
      'social-isolation',
      'victimization-violence',
      'systemic-discrimination',
    ],
  },
} as const satisfies Readonly<Record<string, CountedByHand>>;
