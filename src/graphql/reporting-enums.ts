import type { Timeliness } from '../domain/cycle/timeliness.js';
import type { Standing } from '../domain/submission/standing.js';
import type { SubmissionStepKind } from '../projections/reporting/view.js';
import { registerEnum } from './register-enum.js';
import type { ResponseState } from '../projections/reporting/response-state.js';

/** The enums of reporting cycles; `enums` is where to take them from. */
export const reportingEnums = {
  SubmissionState: registerEnum<Standing>(
    'SubmissionState',
    'Where the report of a body stands in its cycle.',
    {
      NOT_STARTED: 'Nothing is recorded yet.',
      DRAFT: 'Numbers are recorded, and not submitted as they are now.',
      SUBMITTED: 'It lies before the ministry, just as it was submitted.',
      RETURNED: 'The ministry returned it.',
      ACCEPTED: 'The ministry accepted it, and its numbers are locked.',
      REOPENED: 'It was accepted, and is open to changes again.',
    },
  ),
  Timeliness: registerEnum<Timeliness>(
    'Timeliness',
    'How a report stands to its deadline: by the day it was first submitted or, until then, ' +
      'by the day that is asked about.',
    {
      NOT_DUE: 'It is not submitted, and the deadline has not passed.',
      ON_TIME: 'It was submitted by the deadline.',
      WITHIN_GRACE: 'The deadline has passed, the days of grace had not.',
      LATE: 'The days of grace have passed as well.',
    },
  ),
  SubmissionStepKind: registerEnum<SubmissionStepKind>(
    'SubmissionStepKind',
    'What was done with a report.',
    {
      FILED: 'The body submitted it.',
      RETURNED: 'The ministry returned it.',
      ACCEPTED: 'The ministry accepted it.',
      REOPENED: 'The ministry opened it to changes again.',
      FEEDBACK: 'The ministry wrote to the body about it.',
    },
  ),
  ResponseState: registerEnum<ResponseState>(
    'ResponseState',
    'Where the answer of an organization to a request for information stands.',
    {
      OPEN: 'It has not answered, and there still is time.',
      OVERDUE: 'It has not answered, and the day it was due has passed.',
      ANSWERED: 'It answered.',
      WITHDRAWN: 'The ministry no longer asks.',
    },
  ),
};
