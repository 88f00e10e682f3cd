import type { EventData } from '../../domain/catalogue.js';
import type { Duty, OrganizationKind, Tier } from '../../domain/organization/events.js';
import { english, french, type Sentences } from './sentence.js';

type Registered = EventData<'OrganizationRegistered'>;

const kinds: Record<OrganizationKind, { readonly en: string; readonly fr: string }> = {
  MUNICIPALITY: { en: 'a municipality', fr: 'une municipalité' },
  FIRST_NATION: { en: 'a First Nation', fr: 'une Première Nation' },
  PARTNER: { en: 'a partner', fr: 'un partenaire' },
  MINISTRY: { en: 'a ministry', fr: 'un ministère' },
};

const municipalities: Record<Tier, { readonly en: string; readonly fr: string }> = {
  SINGLE: { en: 'a single-tier municipality', fr: 'une municipalité à palier unique' },
  LOWER: { en: 'a lower-tier municipality', fr: 'une municipalité de palier inférieur' },
  UPPER: { en: 'an upper-tier municipality', fr: 'une municipalité de palier supérieur' },
};

const kindOf = ({ kind, tier }: Registered) =>
  tier === undefined ? kinds[kind] : municipalities[tier];

const dutyWords: Record<Duty, { readonly en: string; readonly fr: string }> = {
  REQUIRED: { en: 'must adopt a plan', fr: 'doit adopter un plan' },
  COVERED_THROUGH_UPPER_TIER: {
    en: 'is covered by the plan of its upper-tier municipality',
    fr: 'est visé par le plan de sa municipalité de palier supérieur',
  },
  NOT_REQUIRED: { en: 'is not required to adopt a plan', fr: "n'est pas tenu d'adopter un plan" },
};

/** What happened to an organization, in words. */
export const organizationSentences = {
  OrganizationRegistered: {
    en: (data) => `The register now lists ${english.label(data.name)}, ${kindOf(data).en}.`,
    fr: (data) => `Le registre compte désormais ${french.label(data.name)}, ${kindOf(data).fr}.`,
  },
  OrganizationRenamed: {
    en: ({ name }) => `The organization took the name ${english.label(name)}.`,
    fr: ({ name }) => `L'organisme a pris le nom ${french.of(french.label(name))}.`,
  },
  PopulationCounted: {
    en: ({ population, censusYear }, { number }) =>
      `The population counted in the ${censusYear} census is ${number(String(population))}.`,
    fr: ({ population, censusYear }, { number }) =>
      `La population dénombrée au recensement de ${censusYear} est de ` +
      `${number(String(population))}.`,
  },
  ObligationSet: {
    en: ({ duty, from, rule }, { date }) =>
      `From ${date(from)}, the organization ${dutyWords[duty].en} (rule ${rule}).`,
    fr: ({ duty, from, rule }, { date }) =>
      `À compter du ${date(from)}, l'organisme ${dutyWords[duty].fr} (règle ${rule}).`,
  },
  OrganizationSucceeded: {
    en: ({ successor, endedOn }, { date, organization }) =>
      `On ${date(endedOn)}, the organization ended and ${organization(successor)} took its place.`,
    fr: ({ successor, endedOn }, { date, organization }) =>
      `Le ${date(endedOn)}, l'organisme a pris fin et ${organization(successor)} lui a succédé.`,
  },
} satisfies Partial<Sentences>;
