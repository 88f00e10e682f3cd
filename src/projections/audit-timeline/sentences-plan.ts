import type { EventData } from '../../domain/catalogue.js';
import type { PlanningArea } from '../../domain/plan/events.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Strategy = EventData<'StrategyAdopted'>;

const areas: Record<PlanningArea, { readonly en: string; readonly fr: string }> = {
  SOCIAL_DEVELOPMENT: { en: 'social development', fr: 'du développement social' },
  PREVENTION: { en: 'prevention', fr: 'de la prévention' },
  RISK_INTERVENTION: { en: 'risk intervention', fr: "de l'intervention centrée sur le risque" },
  INCIDENT_RESPONSE: { en: 'incident response', fr: "de l'intervention en cas d'incident" },
};

const strategyEn = ({ title, area, sectors }: Strategy, names: Names) => ({
  title: english.quote(names.text(title)),
  place: `in the area of ${areas[area].en} (sectors: ${english.list(sectors.map(names.sector))})`,
});

const strategyFr = ({ title, area, sectors }: Strategy, names: Names) => ({
  title: french.quote(names.text(title)),
  place:
    `dans le domaine ${areas[area].fr} ` +
    `(secteurs\u00a0: ${french.list(sectors.map(names.sector))})`,
});

/** What was decided about a plan, in words. */
export const planSentences = {
  PlanOpened: {
    en({ title, bodies, demonstration }, { organization, text }) {
      const kind = demonstration ? 'demonstration plan' : 'plan';
      const opened = `opened the ${kind} ${english.quote(text(title))}`;
      return `${english.list(bodies.map(organization))} ${opened}.`;
    },
    fr({ title, bodies, demonstration }, { organization, text }) {
      const kind = demonstration ? 'plan de démonstration' : 'plan';
      const verb = bodies.length > 1 ? 'ont ouvert' : 'a ouvert';
      const opened = `${verb} le ${kind} ${french.quote(text(title))}`;
      return `${french.list(bodies.map(organization))} ${opened}.`;
    },
  },
  BodyJoinedPlan: {
    en: ({ body }, { organization }) => `${organization(body)} joined the plan.`,
    fr: ({ body }, { organization }) => `${organization(body)} participe désormais au plan.`,
  },
  BodyLeftPlan: {
    en: ({ body, reason }, names) =>
      `${names.organization(body)} left the plan; ${english.reason(reason, names)}.`,
    fr: ({ body, reason }, names) =>
      `${names.organization(body)} ne participe plus au plan; ${french.reason(reason, names)}.`,
  },
  BodySucceededInPlan: {
    en: ({ body, successor, endedOn }, { organization, date }) =>
      `${organization(successor)} took the place of ${organization(body)} in the plan ` +
      `on ${date(endedOn)}.`,
    fr: ({ body, successor, endedOn }, { organization, date }) =>
      `${organization(successor)} a pris la place ${french.of(organization(body))} ` +
      `dans le plan le ${date(endedOn)}.`,
  },
  RiskIdentified: {
    en: ({ code }, { risk }) => `The risk factor ${english.quote(risk(code))} was identified.`,
    fr: ({ code }, { risk }) => `Le facteur de risque ${french.quote(risk(code))} a été cerné.`,
  },
  RiskPrioritized: {
    en: ({ riskId, rank }, { identifiedRisk }) =>
      `${english.quote(identifiedRisk(riskId))} was given rank ${rank} among the priority risks.`,
    fr: ({ riskId, rank }, { identifiedRisk }) =>
      `${french.quote(identifiedRisk(riskId))} occupe le rang ${rank} des risques prioritaires.`,
  },
  RiskDeprioritized: {
    en({ riskId, reason }, names) {
      const risk = english.quote(names.identifiedRisk(riskId));
      return `${risk} is no longer a priority risk; ${english.reason(reason, names)}.`;
    },
    fr({ riskId, reason }, names) {
      const risk = french.quote(names.identifiedRisk(riskId));
      return `${risk} n'est plus un risque prioritaire; ${french.reason(reason, names)}.`;
    },
  },
  StrategyAdopted: {
    en(data, names) {
      const { title, place } = strategyEn(data, names);
      return `The strategy ${title} was adopted ${place}.`;
    },
    fr(data, names) {
      const { title, place } = strategyFr(data, names);
      return `La stratégie ${title} a été adoptée ${place}.`;
    },
  },
  StrategyRevised: {
    en(data, names) {
      const { title, place } = strategyEn(data, names);
      const reason = english.reason(data.reason, names);
      return `The strategy now called ${title} was revised ${place}; ${reason}.`;
    },
    fr(data, names) {
      const { title, place } = strategyFr(data, names);
      const reason = french.reason(data.reason, names);
      return `La stratégie désormais intitulée ${title} a été révisée ${place}; ${reason}.`;
    },
  },
  StrategyRetired: {
    en({ strategyId, reason }, names) {
      const title = english.quote(names.strategy(strategyId));
      return `The strategy ${title} was retired; ${english.reason(reason, names)}.`;
    },
    fr({ strategyId, reason }, names) {
      const title = french.quote(names.strategy(strategyId));
      return `La stratégie ${title} a été abandonnée; ${french.reason(reason, names)}.`;
    },
  },
  PlanAdopted: {
    en: ({ body, resolution }, { organization }) =>
      `The council of ${organization(body)} adopted the plan by resolution ${resolution}.`,
    fr({ body, resolution }, { organization }) {
      const council = `Le conseil ${french.of(organization(body))}`;
      return `${council} a adopté le plan par la résolution ${resolution}.`;
    },
  },
  PlanPublished: {
    en: ({ url, publishedOn }, { date }) =>
      `The plan was published at ${url} on ${date(publishedOn)}.`,
    fr: ({ url, publishedOn }, { date }) =>
      `Le plan a été publié à l'adresse ${url} le ${date(publishedOn)}.`,
  },
} satisfies Partial<Sentences>;
