import { observationStream, submissionStream } from '../../src/domain/identifiers.js';
import { id, inPlan, sealed, storedEvents, type Told } from './events.js';
import { bodies, days, periods, pick, type Move, type Past } from './random-moves.js';

const indicators = ['housing-cost-burden', 'population'] as const;

/** The versions of a body's numbers that a submission would name, as the log has them. */
function cellsOf(body: string, period: string, { told }: Past) {
  return indicators.flatMap((indicator) => {
    const stream = observationStream(indicator, { kind: 'BODY', code: body });
    const last = storedEvents(told.filter((each) => each.stream === stream)).findLast(
      ({ type, data }) => type.startsWith('Observation') && data['period'] === period,
    );
    return last === undefined ? [] : [{ indicator, categories: [], revision: last.revision }];
  });
}

function submission({ a, b, c }: Move, past: Past): Told | undefined {
  const [body, period] = [pick(bodies, a), pick(periods, b)];
  const stream = submissionStream(`cycle-${period}`, body);
  const of = { period, body };
  const cells = cellsOf(body, period, past);
  const text = sealed(`Said ${b}`);
  const filed = { ...of, cells, reported: cells.length, attestation: text };
  if (cells.length === 0) return inPlan(stream, 'FeedbackGiven', { ...of, text });
  if (past.standing(stream).length === 0) return inPlan(stream, 'SubmissionFiled', filed);
  const comments = [{ indicator: 'population', categories: [], text }];
  return pick(
    [
      inPlan(stream, 'SubmissionFiled', filed),
      inPlan(stream, 'SubmissionReturned', { ...of, comments }),
      inPlan(stream, 'SubmissionAccepted', { ...of, cells }),
      inPlan(stream, 'SubmissionAccepted', { ...of, cells }),
      inPlan(stream, 'SubmissionReopened', { ...of, reason: text }),
      inPlan(stream, 'FeedbackGiven', { ...of, text }),
    ],
    c,
  );
}

function cycle({ a, b, c }: Move, past: Past): Told {
  const period = pick(periods, a);
  const stream = `cycle-${period}`;
  const expectations = [
    { indicator: 'housing-cost-burden', ...(c % 2 === 0 && { bodies: [pick(bodies, b)] }) },
    { indicator: 'population' },
  ];
  const timing = { deadline: pick(days, b), graceDays: c };
  const stands = past.standing(stream).some(({ type }) => type === 'CycleOpened');
  if (!stands) return inPlan(stream, 'CycleOpened', { period, expectations, ...timing });
  if (c % 4 === 3) return inPlan(stream, 'CycleClosed', { closedOn: pick(days, b) });
  return inPlan(stream, 'CycleDeadlineChanged', { ...timing, reason: sealed('More time') });
}

function request({ a, b, c }: Move, past: Past): Told {
  const stream = id('request', a % 2);
  const organizations = [pick(bodies, a), pick(bodies, b)];
  const asked = { organizations, question: sealed('How many tables?'), dueOn: pick(days, c) };
  if (past.standing(stream).length === 0) return inPlan(stream, 'InformationRequested', asked);
  if (c % 4 === 3)
    return inPlan(stream, 'InformationRequestWithdrawn', { reason: sealed('Known') });
  const answer = { organization: pick(organizations, c), answer: sealed(`${b} tables`) };
  return inPlan(stream, 'InformationProvided', answer);
}

/** The ministry opens cycles and asks questions; bodies submit, and are answered. */
export const reporting = (move: Move, past: Past): Told | undefined =>
  pick([submission, submission, cycle, request], move.a + move.c)(move, past);
