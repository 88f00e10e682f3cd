import type { EventData } from '../domain/catalogue.js';
import type { Audience, ConsentLevel } from '../domain/consent/events.js';
import type { Duty, OrganizationKind, Tier } from '../domain/organization/events.js';
import type { NoticeKind } from '../domain/person/events.js';
import type { PlanningArea } from '../domain/plan/events.js';
import type { PlanRole } from '../domain/plan/organizing-events.js';
import type { Finding } from '../domain/plan/requirements.js';
import type { ClockStatus, PlanStatus } from '../domain/plan/rules.js';
import { commitmentEnums } from './commitment-enums.js';
import { historyEnums } from './history-enums.js';
import { outcomeEnums } from './outcome-enums.js';
import { registerEnum } from './register-enum.js';
import { reportingEnums } from './reporting-enums.js';

/** The enums of the API, each registered once: the type a field or argument names. */
export const enums = {
  ...outcomeEnums,
  ...historyEnums,
  ...reportingEnums,
  ...commitmentEnums,
  Language: registerEnum(
    'Language',
    'An official language of the hub.',
    { EN: 'English.', FR: 'French.' },
    (name) => name.toLowerCase(),
  ),
  OrganizationKind: registerEnum<OrganizationKind>('OrganizationKind', 'What an organization is.', {
    MUNICIPALITY: 'A municipality of any tier.',
    FIRST_NATION: 'A First Nation, which may plan but need not.',
    PARTNER: 'An organization of one sector that undertakes commitments.',
    MINISTRY: 'A ministry of the province.',
  }),
  Tier: registerEnum<Tier>('Tier', 'Tier of a municipality (Municipal Act, 2001, s. 1).', {
    SINGLE: 'Single-tier: no other municipality covers its territory.',
    LOWER: 'Lower-tier: part of an upper-tier municipality.',
    UPPER: 'Upper-tier: a county or region made of lower-tier municipalities.',
  }),
  Duty: registerEnum<Duty>('Duty', 'Who must adopt a plan.', {
    REQUIRED: 'The body itself must adopt a plan.',
    COVERED_THROUGH_UPPER_TIER: 'The plan of its upper-tier municipality covers it.',
    NOT_REQUIRED: 'It need not adopt a plan.',
  }),
  PlanStatus: registerEnum<PlanStatus>('PlanStatus', 'Where a plan stands.', {
    IN_PREPARATION: 'A participating body has not adopted it yet.',
    ADOPTED: 'Every participating body has adopted it.',
    PUBLISHED: 'Adopted by all and published on the Internet.',
    SUPERSEDED: 'Another plan took its place.',
  }),
  PlanningArea: registerEnum<PlanningArea>(
    'PlanningArea',
    'The four planning areas of the framework (Booklet 3, section 2).',
    {
      SOCIAL_DEVELOPMENT: 'Promoting and maintaining community safety and well-being.',
      PREVENTION: 'Proactively reducing identified risks.',
      RISK_INTERVENTION: 'Mitigating situations of elevated risk.',
      INCIDENT_RESPONSE: 'Critical and non-critical incident response.',
    },
  ),
  Act: registerEnum<EventData<'PlanAdopted'>['act']>(
    'Act',
    'The act under which a council adopted a plan; one adopted under the older act still counts.',
    {
      POLICE_SERVICES_ACT: 'Police Services Act, Part XI, until 31 March 2024.',
      COMMUNITY_SAFETY_AND_POLICING_ACT:
        'Community Safety and Policing Act, 2019, Part XVI, from 1 April 2024.',
    },
  ),
  ClockStatus: registerEnum<ClockStatus>('ClockStatus', 'How a statutory clock reads on a day.', {
    NOT_APPLICABLE: 'Nothing started it yet.',
    DUE: 'Still to be done, in time.',
    MET: 'Done in time.',
    LATE: 'The day passed before it was done.',
  }),
  PlanRole: registerEnum<PlanRole>('PlanRole', 'A role that carries a plan.', {
    COORDINATOR: 'Coordinates the planning; from the municipality or band council.',
    CO_COORDINATOR: 'Coordinates together with the coordinator, from a partner for instance.',
    CHAMPION: 'Carries the process publicly.',
  }),
  NoticeKind: registerEnum<NoticeKind>('NoticeKind', 'What a person may be written about.', {
    HANDOVER: 'A commitment was handed over to the person or an organization of theirs.',
    DIGEST: 'What is due soon or overdue for an organization, at most once a day.',
    SUBMISSION: 'What becomes of what an organization submits, and what it is asked for.',
  }),
  Severity: registerEnum<Finding['severity']>('Severity', 'What rests on a finding.', {
    ERROR: 'The Act asks for it.',
    WARNING: 'The framework advises it.',
  }),
  Audience: registerEnum<Audience>('Audience', 'To whom a First Nation lets things be shown.', {
    MINISTRY: 'The ministry, its regional advisers and the administrators of the hub.',
    PARTNERS: 'Municipalities and partners.',
    RESEARCHERS: 'Researchers.',
    PUBLIC: 'Everybody.',
  }),
  ConsentLevel: registerEnum<ConsentLevel>('ConsentLevel', 'How closely things may be shown.', {
    AGGREGATED: 'Numbers count in sums of the province.',
    IDENTIFIED: 'Numbers and the part in plans are shown under its name too.',
  }),
  CommitmentStatus: registerEnum<'ACTIVE' | 'FULFILLED' | 'WITHDRAWN'>(
    'CommitmentStatus',
    'What became of a commitment.',
    {
      ACTIVE: 'It stands and is not fulfilled yet.',
      FULFILLED: 'It was kept.',
      WITHDRAWN: 'It will not be kept, for a recorded reason.',
    },
  ),
};
