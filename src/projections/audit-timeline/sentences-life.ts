import { english, french, type Sentences } from './sentence.js';
import { holderEn, holderFr } from './sentences-organizing.js';

/** What became of a plan beside adoption and publication, in words. */
export const lifeSentences = {
  PlannerAppointed: {
    en({ body, appointedOn, ...holder }, names) {
      const planner = holderEn(holder, names);
      const whom = planner === '' ? 'a planner' : `${planner} as planner`;
      return (
        `The Minister appointed ${whom} for ${names.organization(body)} ` +
        `on ${names.date(appointedOn)}.`
      );
    },
    fr({ body, appointedOn, ...holder }, names) {
      const planner = holderFr(holder, names);
      const whom = planner === '' ? '' : ` (${planner})`;
      return (
        `Le ministre a nommé une personne chargée de la planification${whom} auprès ` +
        `${french.of(names.organization(body))} le ${names.date(appointedOn)}.`
      );
    },
  },
  InterimSubmissionFiled: {
    en: ({ body, filedOn }, { organization, date }) =>
      `${organization(body)} filed an interim submission with the ministry on ${date(filedOn)}.`,
    fr: ({ body, filedOn }, { organization, date }) =>
      `${organization(body)} a déposé une présentation provisoire auprès du ministère ` +
      `le ${date(filedOn)}.`,
  },
  EffectReportPublished: {
    en: ({ url, publishedOn }, { date }) =>
      `A report on the effect of the plan was published at ${url} on ${date(publishedOn)}.`,
    fr: ({ url, publishedOn }, { date }) =>
      `Un rapport sur les effets du plan a été publié à l'adresse ${url} ` +
      `le ${date(publishedOn)}.`,
  },
  ReviewCompleted: {
    en({ completedOn, revisionNeeded }, { date }) {
      const found = revisionNeeded ? 'the plan needs to be revised' : 'no revision is needed';
      return `The review of the plan was completed on ${date(completedOn)}: ${found}.`;
    },
    fr({ completedOn, revisionNeeded }, { date }) {
      const found = revisionNeeded
        ? 'le plan doit être révisé'
        : "aucune révision n'est nécessaire";
      return `L'examen du plan a pris fin le ${date(completedOn)}\u00a0: ${found}.`;
    },
  },
  PlanRevised: {
    en({ revisedOn, readoption, summary }, { date, text }) {
      const next = readoption ? '; the councils are to adopt it anew' : '';
      return `The plan was revised on ${date(revisedOn)}: ${english.quote(text(summary))}${next}.`;
    },
    fr({ revisedOn, readoption, summary }, { date, text }) {
      const next = readoption ? "; les conseils doivent l'adopter de nouveau" : '';
      const said = french.quote(text(summary));
      return `Le plan a été révisé le ${date(revisedOn)}\u00a0: ${said}${next}.`;
    },
  },
  PlanSuperseded: {
    en: ({ supersededOn }, { date }) =>
      `Another plan took the place of this one on ${date(supersededOn)}.`,
    fr: ({ supersededOn }, { date }) =>
      `Un autre plan a remplacé celui-ci le ${date(supersededOn)}.`,
  },
} satisfies Partial<Sentences>;
