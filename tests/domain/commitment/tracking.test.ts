import { describe, it } from '@jest/globals';
import * as milestones from '../../../src/domain/commitment/decide-milestones.js';
import * as tracking from '../../../src/domain/commitment/decide-tracking.js';
import { handOverCommitment } from '../../../src/domain/commitment/decide.js';
import type { CommitmentEvents } from '../../../src/domain/commitment/events.js';
import { commitment } from '../../../src/domain/commitment/state.js';
import type { Happening } from '../../../src/domain/event.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';

type Event = Happening<CommitmentEvents>;
const { given } = scenario(commitment);
const hex = '0123456789abcdef'.repeat(2);
const today = '2024-06-15';
const reason = { en: 'Staff changed' };
const [person, successor] = [`person-${hex}`, `person-${'f'.repeat(32)}`];
const [milestoneId, resourceId] = [`milestone-${hex}`, `resource-${hex}`];

const made: Event = {
  type: 'CommitmentMade',
  data: {
    planId: `plan-${hex}`,
    strategyId: `strategy-${hex}`,
    partner: 'cmha',
    statement: plainText({ en: 'Two workers' }),
  },
};
const fulfilled: Event = { type: 'CommitmentFulfilled', data: { fulfilledOn: '2024-06-10' } };
const named: Event = { type: 'CommitmentResponsibleNamed', data: { person } };
const set: Event = {
  type: 'CommitmentMilestoneSet',
  data: { milestoneId, name: plainText({ fr: 'Mandat signé' }), dueOn: '2024-09-30' },
};
const reached: Event = {
  type: 'CommitmentMilestoneReached',
  data: { milestoneId, reachedOn: '2024-06-14' },
};
const pledged: Event = {
  type: 'CommitmentResourcePledged',
  data: { resourceId, kind: 'FUNDING', amountCents: 1 },
};

describe('who answers for a commitment', () => {
  it('is a person, a position, or both, but not nobody', () => {
    given(made).when(tracking.nameResponsible({ person })).then(named);
    given(made)
      .when(tracking.nameResponsible({}))
      .thenRefused('responsible-required', 'input.position');
  });

  it('is handed over by the person who answers for it, not by one who no longer does', () => {
    const handOver = tracking.handOverResponsibility({ from: person, person: successor, reason });
    const follows: Event = {
      type: 'CommitmentResponsibleNamed',
      data: { person: successor, reason: plainText(reason) },
    };
    given(made, named).when(handOver).then(follows);
    given(made, named, follows).when(handOver).thenRefused('commitment-not-held');
  });

  it('is nobody of the former partner once another organization has it', () => {
    const reassigned: Event = {
      type: 'CommitmentReassigned',
      data: { partner: 'john-howard', reason: plainText(reason) },
    };
    const handOver = tracking.handOverResponsibility({ from: person, person: successor, reason });
    given(made, named, reassigned).when(handOver).thenRefused('commitment-not-held');
    const again = handOverCommitment({ from: 'cmha', partner: 'solgen', reason });
    given(made, reassigned).when(again).thenRefused('commitment-not-held', 'input.fromPartner');
  });
});

describe('a milestone', () => {
  const move = milestones.moveMilestone({ milestoneId, dueOn: '2024-10-31', reason });

  it('is moved, reached or dropped while it is open, and then no more', () => {
    const reach = milestones.reachMilestone({ milestoneId, reachedOn: '2024-06-14', today });
    given(made, set).when(reach).then(reached);
    given(made, set, reached).when(move).thenRefused('milestone-closed', 'input.milestoneId');
    given(made, set, reached)
      .when(milestones.dropMilestone({ milestoneId, reason }))
      .thenRefused('milestone-closed');
  });

  it('must be one of the commitment', () => {
    given(made).when(move).thenRefused('milestone-unknown', 'input.milestoneId');
  });

  it('is not reached tomorrow', () => {
    given(made, set)
      .when(milestones.reachMilestone({ milestoneId, reachedOn: '2024-06-16', today }))
      .thenRefused('date-in-the-future', 'input.reachedOn');
  });
});

describe('a resource', () => {
  it('is an amount above zero or something in words', () => {
    const funding = { resourceId, kind: 'FUNDING' as const };
    given(made)
      .when(tracking.pledgeResource({ ...funding, amountCents: 1 }))
      .then(pledged);
    given(made).when(tracking.pledgeResource(funding)).thenRefused('resource-undescribed');
    for (const amountCents of [0, -1, 0.5, 2 ** 53])
      given(made)
        .when(tracking.pledgeResource({ ...funding, amountCents }))
        .thenRefused('amount-invalid', 'input.amountCents');
  });

  it('is withdrawn once', () => {
    const withdraw = tracking.withdrawResource({ resourceId, reason });
    const withdrawn: Event = {
      type: 'CommitmentResourceWithdrawn',
      data: { resourceId, reason: plainText(reason) },
    };
    given(made, pledged).when(withdraw).then(withdrawn);
    given(made, pledged, withdrawn).when(withdraw).thenRefused('resource-unknown');
  });
});

describe('evidence and status', () => {
  const evidence = {
    evidenceId: `evidence-${hex}`,
    title: { en: 'Report' },
    kind: 'REPORT' as const,
    datedOn: '2024-06-01',
    today,
  };

  it('evidence is linked by a secure address only', () => {
    for (const url of ['http://example.ca', 'javascript:alert(1)', 'report.pdf', ''])
      given(made)
        .when(tracking.linkEvidence({ ...evidence, url }))
        .thenRefused('url-not-secure', 'input.url');
  });

  it('a risk is declared with its reason, in the order of the days', () => {
    const risk = { outlook: 'AT_RISK' as const, declaredOn: '2024-06-12', today };
    given(made).when(tracking.declareStatus(risk)).thenRefused('text-required', 'input.reason');
    const declared: Event = {
      type: 'CommitmentStatusDeclared',
      data: { outlook: 'ON_TRACK', declaredOn: '2024-06-13' },
    };
    given(made, declared)
      .when(tracking.declareStatus({ ...risk, reason }))
      .thenRefused('status-before-last', 'input.declaredOn');
  });

  it('nothing more becomes of a commitment that was kept', () => {
    const after = given(made, set, pledged, fulfilled);
    const url = 'https://example.ca';
    after.when(tracking.linkEvidence({ ...evidence, url })).thenRefused('commitment-closed');
    after.when(tracking.nameResponsible({ person })).thenRefused('commitment-closed');
    after
      .when(milestones.reachMilestone({ milestoneId, reachedOn: today, today }))
      .thenRefused('commitment-closed');
    after
      .when(tracking.declareStatus({ outlook: 'ON_TRACK', declaredOn: today, today }))
      .thenRefused('commitment-closed');
  });
});
