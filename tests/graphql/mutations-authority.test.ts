import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicCaller, roles, type Role } from '../../src/domain/authority.js';
import { approver } from '../support/command-desk.js';
import { mutationHub, type MutationHub } from './mutation-hub.js';
import { foundations, sequel, tell, type Ids, type Step } from './mutation-story.js';

const planning = [
  'openPlan',
  'joinPlan',
  'leavePlan',
  'identifyRisk',
  'prioritizeRisk',
  'deprioritizeRisk',
  'adoptStrategy',
  'reviseStrategy',
  'retireStrategy',
  'defineMeasure',
  'setBaseline',
  'setTarget',
  'reviseTarget',
  'retireMeasure',
];
const approving = ['adoptPlan', 'publishPlan', 'redactTexts'];
const undertaking = [
  'makeCommitment',
  'reviseCommitment',
  'reportCommitmentProgress',
  'reassignCommitment',
  'fulfillCommitment',
  'withdrawCommitment',
];
const reporting = ['recordObservation', 'correctObservation', 'withdrawObservation'];
const keeping = [
  'registerOrganization',
  'renameOrganization',
  'countPopulation',
  'setObligation',
  'succeedOrganization',
  'defineIndicator',
  'reviseIndicator',
  'retireIndicator',
  'recordPublishedObservation',
  'correctPublishedObservation',
  'withdrawPublishedObservation',
];
const marking = ['markRecordedInError'];
const importing = ['importObservations'];
const editing = [...planning, ...undertaking, ...reporting, ...marking, ...importing];

const permitted: Readonly<Record<Role, readonly string[]>> = {
  public: [],
  researcher: [],
  'regional-adviser': [],
  partner: [...undertaking, ...marking],
  'municipal-editor': editing,
  'municipal-approver': [...editing, ...approving],
  'ministry-analyst': [...keeping, ...reporting, ...marking, ...importing],
  'ministry-reviewer': [...marking, 'redactTexts'],
  administrator: [...editing, ...approving, ...keeping],
};

const upload: Step = {
  mutation: 'importObservations',
  input: () => ({ upload: 'gone', mapping: '{}' }),
};
const steps = [...foundations, ...sequel];
const organizations = ['3525005', 'hamilton-police', 'solgen'];

describe('who may give a command', () => {
  let hub: MutationHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await mutationHub();
    ids = await tell(hub, steps);
  });
  afterAll(() => hub.close());

  const codeFor = async (mutation: string, role: Role): Promise<unknown> => {
    const step = [...steps, upload].find((each) => each.mutation === mutation);
    const input = { idempotencyKey: `as ${role}`, ...step?.input(ids) };
    const caller = { actor: role, role, organizations };
    const { errors } = await hub.attempt(mutation, input, caller);
    return errors?.[0]?.extensions['code'];
  };

  it.each(roles)(
    'a %s is denied every other command, and then nothing is written',
    async (role) => {
      const head = await hub.log.head();
      const others = hub.mutations.filter((mutation) => !permitted[role].includes(mutation));
      const denied = role === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      for (const mutation of others)
        expect({ mutation, code: await codeFor(mutation, role) }).toEqual({
          mutation,
          code: denied,
        });
      expect(await hub.log.head()).toBe(head);
    },
  );

  it.each(roles)('a %s is not denied its own', async (role) => {
    for (const mutation of permitted[role])
      expect({ mutation, code: await codeFor(mutation, role) }).toEqual({ mutation });
  });

  it('a body that takes no part in a plan is denied, whatever its role', async () => {
    const head = await hub.log.head();
    const input = { idempotencyKey: 'k', planId: ids['planId'], code: 'crime-victimization' };
    const { errors } = await hub.attempt('identifyRisk', input, approver('3506008'));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await hub.log.head()).toBe(head);
  });

  it('whoever may not give a command learns nothing of what was wrong with it', async () => {
    const input = { idempotencyKey: 'k', planId: 'nonsense', body: '3525005' };
    const { errors } = await hub.attempt('joinPlan', input, publicCaller);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
