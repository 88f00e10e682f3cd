import { torontoDate } from '../../../domain/civil-date.js';
import { timingOf, type Timing } from '../../../domain/cycle/timeliness.js';
import { cycleStream } from '../../../domain/identifiers.js';
import type { Language } from '../../../domain/text.js';
import { reportNotice } from './report-notice.js';

type Counted = { readonly cells?: number; readonly reported?: number };

const receipts: Readonly<Record<Language, (day: string, of: Counted) => readonly string[]>> = {
  en: (day, { cells, reported }) => [
    `Submitted on: ${day}`,
    `Entries: ${cells}, of which ${reported} with a number`,
  ],
  fr: (day, { cells, reported }) => [
    `Soumis le\u00a0: ${day}`,
    `Entrées\u00a0: ${cells}, dont ${reported} avec un nombre`,
  ],
};

const timings: Readonly<Record<Language, (timing: Timing) => string>> = {
  en({ timeliness, daysAfterDeadline: days }) {
    if (timeliness === 'ON_TIME') return 'kept';
    const after = `first submitted ${days} ${days === 1 ? 'day' : 'days'} after it`;
    return timeliness === 'WITHIN_GRACE' ? `${after}, within grace` : after;
  },
  fr({ timeliness, daysAfterDeadline: days }) {
    if (timeliness === 'ON_TIME') return 'respectée';
    const after = `première soumission ${days} ${days === 1 ? 'jour' : 'jours'} après`;
    return timeliness === 'WITHIN_GRACE' ? `${after}, dans le délai de grâce` : after;
  },
};

const deadlines: Readonly<Record<Language, string>> = { en: 'Deadline:', fr: 'Échéance\u00a0:' };

/** A report was submitted: its body has a receipt, and so has whoever submitted it. */
export const submissionFiled = reportNotice({
  type: 'SubmissionFiled',
  isUndoneByTheNext: false,
  tellsActor: true,
  texts: {
    en: {
      subject: (period) => `the report for ${period} was received`,
      opening: 'Jalon received the report. It lies before the ministry for review.',
    },
    fr: {
      subject: (period) => `le rapport pour ${period} a été reçu`,
      opening: 'Jalon a reçu le rapport. Le ministère va en faire la revue.',
    },
  },
  async details(step, { period, firstFiledOn }, { snapshot, words }) {
    const { language, date } = words;
    const day = torontoDate(step.at);
    const asOf = { position: snapshot.position };
    const cycle = (await snapshot.reportingCycle(cycleStream(period), asOf))?.document;
    const receipt = receipts[language](date(day), step);
    if (cycle === undefined) return receipt;
    const timing = timings[language](timingOf(cycle, firstFiledOn, day));
    return [...receipt, `${deadlines[language]} ${date(cycle.deadline)}, ${timing}`];
  },
});
