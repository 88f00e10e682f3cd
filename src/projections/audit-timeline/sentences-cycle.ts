import type { EventData } from '../../domain/catalogue.js';
import { english, french, type Names, type Sentences } from './sentence.js';
import { periodInWords } from './period-in-words.js';

type Named = Pick<EventData<'SubmissionAccepted'>, 'period' | 'body'>;

const reportEn = ({ period, body }: Named, { organization, date }: Names): string =>
  `The report of ${organization(body)} for ${periodInWords(period, date, 'to')}`;

const reportFr = ({ period, body }: Named, { organization, date }: Names): string =>
  `Le rapport ${french.of(organization(body))} pour ${periodInWords(period, date, 'au')}`;

const grace = (days: number) => ({
  en: days === 0 ? '' : `, with ${days} ${days === 1 ? 'day' : 'days'} of grace`,
  fr: days === 0 ? '' : `, avec ${days} ${days === 1 ? 'jour' : 'jours'} de grâce`,
});

/** What became of reporting cycles and submissions, in words. */
export const cycleSentences = {
  CycleOpened: {
    en: ({ period, expectations, deadline, graceDays }, { date, indicator }) =>
      `The reporting cycle for ${periodInWords(period, date, 'to')} was opened; due on ` +
      `${date(deadline)}${grace(graceDays).en}: ` +
      `${english.list(expectations.map((each) => indicator(each.indicator)))}.`,
    fr: ({ period, expectations, deadline, graceDays }, { date, indicator }) =>
      `Le cycle de rapport pour ${periodInWords(period, date, 'au')} a été ouvert; échéance le ` +
      `${date(deadline)}${grace(graceDays).fr}\u00a0: ` +
      `${french.list(expectations.map((each) => indicator(each.indicator)))}.`,
  },
  CycleDeadlineChanged: {
    en: ({ deadline, graceDays, reason }, names) =>
      `The deadline was moved to ${names.date(deadline)}${grace(graceDays).en}; ` +
      `${english.reason(reason, names)}.`,
    fr: ({ deadline, graceDays, reason }, names) =>
      `L'échéance a été déplacée au ${names.date(deadline)}${grace(graceDays).fr}; ` +
      `${french.reason(reason, names)}.`,
  },
  CycleClosed: {
    en: ({ closedOn }, { date }) => `The reporting cycle was closed on ${date(closedOn)}.`,
    fr: ({ closedOn }, { date }) => `Le cycle de rapport a été clos le ${date(closedOn)}.`,
  },
  SubmissionFiled: {
    en: ({ cells, reported, attestation, ...named }, names) =>
      `${reportEn(named, names)} was submitted, ${cells.length} entries and ${reported} numbers; ` +
      `attestation: ${english.quote(names.text(attestation))}.`,
    fr: ({ cells, reported, attestation, ...named }, names) =>
      `${reportFr(named, names)} a été soumis, avec ${cells.length} entrées et ${reported} ` +
      `nombres; attestation\u00a0: ${french.quote(names.text(attestation))}.`,
  },
  SubmissionReturned: {
    en: ({ comments, ...named }, names) =>
      `${reportEn(named, names)} was returned; comments on numbers: ${comments.length}.`,
    fr: ({ comments, ...named }, names) =>
      `${reportFr(named, names)} a été renvoyé; commentaires sur des nombres\u00a0: ` +
      `${comments.length}.`,
  },
  SubmissionAccepted: {
    en: (data, names) => `${reportEn(data, names)} was accepted.`,
    fr: (data, names) => `${reportFr(data, names)} a été accepté.`,
  },
  SubmissionReopened: {
    en: ({ reason, ...named }, names) =>
      `${reportEn(named, names)} was reopened; ${english.reason(reason, names)}.`,
    fr: ({ reason, ...named }, names) =>
      `${reportFr(named, names)} a été rouvert; ${french.reason(reason, names)}.`,
  },
  FeedbackGiven: {
    en: ({ text, ...named }, names) =>
      `${reportEn(named, names)} received feedback: ${english.quote(names.text(text))}.`,
    fr: ({ text, ...named }, names) =>
      `${reportFr(named, names)} a reçu des commentaires\u00a0: ` +
      `${french.quote(names.text(text))}.`,
  },
} satisfies Partial<Sentences>;
