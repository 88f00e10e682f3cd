import type { AgeBucket, AgeingBy } from '../domain/commitment/ageing.js';
import type { StandingStatus } from '../domain/commitment/standing.js';
import type { EvidenceKind, Outlook, ResourceKind } from '../domain/commitment/tracking-events.js';
import type { DueState } from '../projections/due/due-item.js';
import { registerEnum } from './register-enum.js';

/** The enums of how commitments are followed; `enums` is where to take them from. */
export const commitmentEnums = {
  StandingStatus: registerEnum<StandingStatus>(
    'StandingStatus',
    'How a commitment stands on a day.',
    {
      ON_TRACK: 'Nothing is known that speaks against it.',
      AT_RISK: 'Its partner declared it at risk, or the day of a milestone passed.',
      STALE: 'Nothing was heard of it for longer than the rule allows.',
      LATE: 'The day it was due passed.',
      FULFILLED: 'It was kept.',
      WITHDRAWN: 'It will not be kept.',
    },
  ),
  DueState: registerEnum<DueState>('DueState', 'How something due stands on a day.', {
    OPEN: 'Still to be done, in time.',
    LATE: 'The day passed before it was done.',
    DONE: 'It was done, in time or late.',
    CANCELLED: 'It was given up.',
  }),
  Outlook: registerEnum<Outlook>('Outlook', 'How a partner says that its commitment stands.', {
    ON_TRACK: 'It will be kept in time.',
    AT_RISK: 'It may not be kept in time, for the reason given.',
  }),
  ResourceKind: registerEnum<ResourceKind>(
    'ResourceKind',
    'What a partner puts into a commitment.',
    {
      FUNDING: 'Money.',
      STAFF: 'Time of people it employs or of volunteers.',
      SPACE: 'Rooms or land.',
      EQUIPMENT: 'Things to work with.',
      EXPERTISE: 'Knowledge and advice.',
    },
  ),
  AgeBucket: registerEnum<AgeBucket>('AgeBucket', 'A span of days.', {
    UP_TO_30: '0 to 30 days.',
    UP_TO_90: '31 to 90 days.',
    UP_TO_180: '91 to 180 days.',
    OVER_180: 'More than 180 days.',
  }),
  AgeingBy: registerEnum<AgeingBy>('AgeingBy', 'By what commitments are counted.', {
    PLAN: 'By plan.',
    PARTNER: 'By the organization that has them.',
    SECTOR: 'By the sectors of their strategy.',
    AREA: 'By the area of their strategy.',
  }),
  EvidenceKind: registerEnum<EvidenceKind>('EvidenceKind', 'What a piece of evidence is.', {
    REPORT: 'A report or evaluation.',
    DATA: 'Numbers.',
    MINUTES: 'Minutes or a resolution.',
    AGREEMENT: 'An agreement or contract.',
    MEDIA: 'A news item, picture or recording.',
  }),
};
