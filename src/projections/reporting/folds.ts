import type { EventData, EventType } from '../../domain/catalogue.js';
import { torontoDate } from '../../domain/civil-date.js';
import type { AnyFold, EventHeader } from '../../domain/fold.js';
import type { CycleDocument, RequestDocument, SubmissionDocument, SubmissionStep } from './view.js';

type Changes<Document> = {
  readonly [T in EventType]?: (
    document: Document | undefined,
    data: EventData<T>,
    event: EventHeader,
  ) => Document | undefined;
};

const foldOf = <Document>(on: Changes<Document>): AnyFold<Document | undefined> => ({
  initial: undefined,
  on: on as AnyFold<Document | undefined>['on'],
});

/** A cycle after its events. */
export const cycleFold = foldOf<CycleDocument>({
  CycleOpened: (_, data, { stream, revision, position, metadata }) => ({
    ...data,
    id: stream,
    revision,
    openedAt: metadata.recordedAt,
    openedAtPosition: position,
    changes: [],
  }),
  CycleDeadlineChanged: (cycle, data, { metadata }) =>
    cycle && {
      ...cycle,
      deadline: data.deadline,
      graceDays: data.graceDays,
      changes: [...cycle.changes, { ...data, at: metadata.recordedAt }],
    },
  CycleClosed: (cycle, { closedOn }) => cycle && { ...cycle, closedOn },
});

type Of = { readonly period: string; readonly body: string };

/** The document with one step more; it begins with whatever step comes first. */
function withStep(
  before: SubmissionDocument | undefined,
  { period, body }: Of,
  { stream, revision, position, metadata }: EventHeader,
  step: Omit<SubmissionStep, 'position' | 'at' | 'actor' | 'actingFor'>,
): SubmissionDocument {
  const { recordedAt: at, actor, actingFor } = metadata;
  const begun = before ?? { status: 'none', cells: [], steps: [] };
  const steps = [...begun.steps, { ...step, position, at, actor, actingFor }];
  return { ...begun, id: stream, revision, period, body, steps };
}

/** A submission after its events. */
export const submissionFold = foldOf<SubmissionDocument>({
  SubmissionFiled(before, data, event) {
    const { cells, reported, attestation: text } = data;
    const step = { kind: 'FILED', text, cells: cells.length, reported } as const;
    return {
      ...withStep(before, data, event, step),
      status: 'filed',
      cells,
      firstFiledOn: before?.firstFiledOn ?? torontoDate(event.metadata.recordedAt),
    };
  },
  SubmissionReturned: (before, data, event) => ({
    ...withStep(before, data, event, {
      kind: 'RETURNED',
      text: data.remark,
      comments: data.comments,
    }),
    status: 'returned',
  }),
  SubmissionAccepted: (before, data, event) => ({
    ...withStep(before, data, event, { kind: 'ACCEPTED' }),
    status: 'accepted',
    cells: data.cells,
  }),
  SubmissionReopened: (before, data, event) => ({
    ...withStep(before, data, event, { kind: 'REOPENED', text: data.reason }),
    status: 'reopened',
  }),
  FeedbackGiven: (before, data, event) =>
    withStep(before, data, event, { kind: 'FEEDBACK', text: data.text }),
});

/** A request for information after its events. */
export const requestFold = foldOf<RequestDocument>({
  InformationRequested: (_, data, { stream, revision, metadata }) => ({
    ...data,
    id: stream,
    revision,
    askedAt: metadata.recordedAt,
    actor: metadata.actor,
    actingFor: metadata.actingFor,
    answers: [],
    answeredOn: {},
  }),
  InformationProvided(request, data, { metadata }) {
    if (request === undefined) return undefined;
    const { organization } = data;
    const others = request.answers.filter((answer) => answer.organization !== organization);
    const { recordedAt: at, actor } = metadata;
    return {
      ...request,
      answers: [...others, { ...data, at, actor }],
      answeredOn: { [organization]: torontoDate(at), ...request.answeredOn },
    };
  },
  InformationRequestWithdrawn: (request, data, { metadata }) =>
    request && {
      ...request,
      withdrawn: { ...data, at: metadata.recordedAt, on: metadata.effectiveOn },
    },
});
