import type { Bilingual } from './plan-problem.js';

/** Words a cell may hold, in either language, and what each stands for. */
export type Choices = Readonly<Record<string, Bilingual>>;

const said = (en: string, fr: string): Bilingual => ({ en, fr });

/** Yes or no. */
export const yesOrNo: Choices = { true: said('Yes', 'Oui'), false: said('No', 'Non') };

/** The act under which a council adopted. */
export const actChoices: Choices = {
  POLICE_SERVICES_ACT: said('Police Services Act', 'Loi sur les services policiers'),
  COMMUNITY_SAFETY_AND_POLICING_ACT: said(
    'Community Safety and Policing Act, 2019',
    'Loi de 2019 sur la sécurité communautaire et les services policiers',
  ),
};

/** The four planning areas of the framework. */
export const areaChoices: Choices = {
  SOCIAL_DEVELOPMENT: said('Social development', 'Développement social'),
  PREVENTION: said('Prevention', 'Prévention'),
  RISK_INTERVENTION: said('Risk intervention', 'Intervention en cas de risque'),
  INCIDENT_RESPONSE: said('Incident response', 'Intervention en cas d’incident'),
};

/** Levels of the logic model. */
export const levelChoices: Choices = {
  OUTPUT: said('Output', 'Extrant'),
  IMMEDIATE: said('Immediate outcome', 'Résultat immédiat'),
  INTERMEDIATE: said('Intermediate outcome', 'Résultat intermédiaire'),
  LONG_TERM: said('Long-term outcome', 'Résultat à long terme'),
};

/** Whom a measure speaks of. */
export const accountabilityChoices: Choices = {
  POPULATION: said('Population', 'Population'),
  PERFORMANCE: said('Performance', 'Rendement'),
};

/** What a measure of performance asks. */
export const questionChoices: Choices = {
  HOW_MUCH: said('How much', 'Combien'),
  HOW_WELL: said('How well', 'Avec quelle qualité'),
  BETTER_OFF: said('Is anyone better off', 'Qui s’en porte mieux'),
};

/** What a measure starts from. */
export const baselineChoices: Choices = {
  VALUE: said('Value', 'Valeur'),
  STARTS_FROM_ZERO: said('Starts from zero', 'Part de zéro'),
  NOT_YET_KNOWN: said('Not yet known', 'Pas encore connue'),
};

/** How a target is to be understood. */
export const targetChoices: Choices = {
  ABSOLUTE: said('Value to reach', 'Valeur à atteindre'),
  RELATIVE_CHANGE: said('Relative change in percent', 'Variation relative en pour cent'),
  PERCENTAGE_POINT_CHANGE: said(
    'Change in percentage points',
    'Variation en points de pourcentage',
  ),
  COMPLETION: said('Percent complete', 'Pourcentage d’achèvement'),
};
