import { responseState, type ResponseState } from '../reporting/response-state.js';
import { answerableFor } from './answerable.js';
import type { DueItem, DueSource, DueState } from './due-item.js';

const what = { en: 'Information to be given', fr: 'Renseignements à fournir' };

const states: Readonly<Record<ResponseState, DueState>> = {
  OPEN: 'OPEN',
  OVERDUE: 'LATE',
  ANSWERED: 'DONE',
  WITHDRAWN: 'CANCELLED',
};

/** Answers that the ministry asked organizations for, told to those alone who may know of it. */
export const dueAnswers: DueSource = async (question) => {
  const { snapshot, asOf, on, organizations, reports, withheld, touch } = question;
  touch('requests');
  const requests = await snapshot.informationRequests(asOf);
  return requests.flatMap(({ document }) =>
    document.organizations
      .filter((code) => reports.knows(code) && !withheld.has(code))
      .map((code): DueItem => {
        const { state, daysLate } = responseState(document, code, on);
        const doneOn = state === 'ANSWERED' ? (document.answeredOn[code] ?? null) : null;
        return {
          id: `${document.id}.${code}`,
          kind: 'information-request',
          what,
          title: document.question,
          dueOn: document.dueOn,
          state: states[state],
          doneOn,
          daysLate: daysLate > 0 ? daysLate : null,
          organizations: answerableFor(code, on, organizations),
          planId: null,
          commitmentId: null,
          revision: document.revision,
        };
      }),
  );
};
