import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicCaller } from '../../src/domain/authority.js';
import { approver } from '../support/command-desk.js';
import { mutationHub, type MutationHub } from './mutation-hub.js';
import { foundations, sequel, tell } from './mutation-story.js';
import type { Ids } from './story-step.js';

const steps = [...foundations, ...sequel];

describe('who may give a command', () => {
  let hub: MutationHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await mutationHub();
    ids = await tell(hub, steps);
  });
  afterAll(() => hub.close());

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
