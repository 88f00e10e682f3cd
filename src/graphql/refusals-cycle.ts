import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about reporting cycles, submissions and requests for information. */
export const cycleRefusals = {
  'cycle-exists': {
    en: ({ period }) => `A reporting cycle for ${period} is already there. Use that one.`,
    fr: ({ period }) => `Il existe déjà un cycle de rapport pour ${period}. Utilisez celui-là.`,
  },
  'cycle-unknown': {
    en: () => 'There is no such reporting cycle. Choose one from the list of cycles.',
    fr: () => "Ce cycle de rapport n'existe pas. Choisissez-en un dans la liste des cycles.",
  },
  'cycle-closed': {
    en: () => 'This reporting cycle is closed. Ask the ministry if something is still to come.',
    fr: () =>
      'Ce cycle de rapport est clos. Adressez-vous au ministère si quelque chose doit encore ' +
      'être transmis.',
  },
  'cycle-unchanged': {
    en: ({ deadline }) => `The deadline already is ${deadline} with these days of grace.`,
    fr: ({ deadline }) => `L'échéance est déjà le ${deadline}, avec ce délai de grâce.`,
  },
  'deadline-before-period-ends': {
    en: ({ lastDay }) => `The period ends on ${lastDay}. Give a deadline on that day or later.`,
    fr: ({ lastDay }) =>
      `La période se termine le ${lastDay}. Fixez une échéance à partir de ce jour.`,
  },
  'grace-days-invalid': {
    en: ({ max }) => `Days of grace are a whole number from 0 to ${max}.`,
    fr: ({ max }) => `Le délai de grâce est un nombre entier de jours, de 0 à ${max}.`,
  },
  'expectations-required': {
    en: () => 'A cycle expects at least one indicator. Name it.',
    fr: () => 'Un cycle porte sur au moins un indicateur. Nommez-le.',
  },
  'expectation-repeated': {
    en: ({ indicator }) => `“${indicator}” is named twice. Name each indicator once.`,
    fr: ({ indicator }) =>
      `« ${indicator} » est nommé deux fois. Nommez chaque indicateur une fois.`,
  },
  'expectation-of-nobody': {
    en: ({ indicator }) =>
      `“${indicator}” would be expected of nobody. Name a body, or leave the bodies out to ` +
      'expect it of all that the indicator is about.',
    fr: ({ indicator }) =>
      `« ${indicator} » ne serait attendu de personne. Nommez un organisme, ou omettez les ` +
      "organismes pour l'attendre de tous ceux que vise l'indicateur.",
  },
  'body-not-in-cycle': {
    en: ({ organization, period }) =>
      `The cycle for ${period} expects nothing from ${organization}.`,
    fr: ({ organization, period }) => `Le cycle de ${period} n'attend rien de ${organization}.`,
  },
  'submission-incomplete': {
    en: ({ count, indicators }) =>
      `Still missing (${count}): ${indicators}. Record each number, or say that it is ` +
      'not reported or not applicable.',
    fr: ({ count, indicators }) =>
      `Il manque encore (${count}) : ${indicators}. Consignez chaque nombre, ou dites ` +
      "qu'il n'est pas déclaré ou qu'il est sans objet.",
  },
  'submission-already-filed': {
    en: () => 'This report is already submitted, and nothing changed since. It is being reviewed.',
    fr: () => "Ce rapport est déjà soumis et rien n'a changé depuis. Il est à l'étude.",
  },
  'submission-not-filed': {
    en: () => 'This report is not submitted, so there is nothing to review.',
    fr: () => "Ce rapport n'est pas soumis : il n'y a rien à étudier.",
  },
  'submission-changed': {
    en: () =>
      'Numbers changed since this report was submitted, so it is a draft again. The body has to ' +
      'submit it anew.',
    fr: () =>
      'Des nombres ont changé depuis que ce rapport a été soumis : il est redevenu un brouillon. ' +
      "L'organisme doit le soumettre de nouveau.",
  },
  'submission-accepted': {
    en: () => 'This report is accepted. The ministry has to reopen it first.',
    fr: () => "Ce rapport est accepté. Le ministère doit d'abord le rouvrir.",
  },
  'submission-not-accepted': {
    en: () => 'This report is not accepted, so it need not be reopened.',
    fr: () => "Ce rapport n'est pas accepté : il n'y a pas lieu de le rouvrir.",
  },
  'comments-required': {
    en: () => 'Say what is to be looked at again: comment on a number, or on the report.',
    fr: () => 'Dites ce qui est à revoir : commentez un nombre, ou le rapport.',
  },
  'cell-unknown': {
    en: ({ indicator }) => `This report has no such number of “${indicator}” to comment on.`,
    fr: ({ indicator }) => `Ce rapport n'a pas de tel nombre pour « ${indicator} » à commenter.`,
  },
  'observation-locked': {
    en: ({ organization, period }) =>
      `The report of ${organization} for ${period} is accepted, and its numbers with it. Ask the ` +
      'ministry to reopen it.',
    fr: ({ organization, period }) =>
      `Le rapport de ${organization} pour ${period} est accepté, et ses nombres avec lui. ` +
      'Demandez au ministère de le rouvrir.',
  },
  'organizations-required': {
    en: () => 'Name at least one organization to ask.',
    fr: () => 'Nommez au moins une organisation à qui la question est posée.',
  },
  'organization-not-asked': {
    en: ({ organization }) => `${organization} was not asked, so it cannot answer.`,
    fr: ({ organization }) =>
      `La question n'a pas été posée à ${organization}, qui ne peut donc pas y répondre.`,
  },
  'request-unknown': {
    en: () => 'There is no such request for information.',
    fr: () => "Cette demande de renseignements n'existe pas.",
  },
  'request-withdrawn': {
    en: () => 'The ministry withdrew this request. There is nothing to answer.',
    fr: () => "Le ministère a retiré cette demande. Il n'y a rien à y répondre.",
  },
  'due-date-passed': {
    en: ({ dueOn }) => `${dueOn} has passed. Give a day that is still to come.`,
    fr: ({ dueOn }) => `Le ${dueOn} est passé. Donnez un jour à venir.`,
  },
} satisfies RefusalSentences;
