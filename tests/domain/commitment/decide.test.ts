import { describe, it } from '@jest/globals';
import * as decisions from '../../../src/domain/commitment/decide.js';
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

const made: Event = {
  type: 'CommitmentMade',
  data: {
    planId: `plan-${hex}`,
    strategyId: `strategy-${hex}`,
    partner: 'hamilton-police-service',
    statement: plainText({ en: 'Two officers join the situation table' }),
    dueOn: '2025-03-31',
  },
};
const reported = (reportedOn: string, percent: number): Event => ({
  type: 'CommitmentProgressReported',
  data: { reportedOn, percent },
});
const fulfilled: Event = { type: 'CommitmentFulfilled', data: { fulfilledOn: '2024-06-10' } };
const withdrawn: Event = { type: 'CommitmentWithdrawn', data: { reason: plainText(reason) } };

describe('a commitment', () => {
  it('is made by a partner within a strategy', () => {
    const { statement: _, ...rest } = made.data as (typeof made & {
      type: 'CommitmentMade';
    })['data'];
    given()
      .when(
        decisions.makeCommitment({
          ...rest,
          statement: { en: 'Two officers join the situation table' },
        }),
      )
      .then(made);
  });

  it('needs a statement that says something', () => {
    const details = { planId: '', strategyId: '', partner: '', statement: { en: '  ' } };
    given().when(decisions.makeCommitment(details)).thenRefused('text-required', 'input.statement');
  });

  it('does not take a text of a million characters', () => {
    const statement = { fr: 'é'.repeat(1_000_000) };
    const details = { planId: '', strategyId: '', partner: '', statement };
    given().when(decisions.makeCommitment(details)).thenRefused('text-too-long', 'input.statement');
  });

  it('reports progress in the order of the days', () => {
    const report = decisions.reportProgress({ reportedOn: '2024-06-10', percent: 40, today });
    given(made, reported('2024-06-01', 20)).when(report).then(reported('2024-06-10', 40));
    given(made, reported('2024-06-11', 60))
      .when(report)
      .thenRefused('progress-before-last-report', 'input.reportedOn');
  });

  it('reports neither more than the whole nor a day to come', () => {
    given(made)
      .when(decisions.reportProgress({ reportedOn: today, percent: 101, today }))
      .thenRefused('percent-out-of-range', 'input.percent');
    given(made)
      .when(decisions.reportProgress({ reportedOn: '2024-06-16', percent: 50, today }))
      .thenRefused('date-in-the-future', 'input.reportedOn');
  });

  it('is handed over to another partner, not to the one that has it', () => {
    given(made)
      .when(decisions.reassignCommitment({ partner: 'cmha-hamilton', reason }))
      .then({
        type: 'CommitmentReassigned',
        data: { partner: 'cmha-hamilton', reason: plainText(reason) },
      });
    given(made)
      .when(decisions.reassignCommitment({ partner: 'hamilton-police-service', reason }))
      .thenRefused('partner-unchanged');
  });

  it('is revised when there is something to change', () => {
    given(made)
      .when(decisions.reviseCommitment({ dueOn: '2025-06-30', reason }))
      .then({
        type: 'CommitmentRevised',
        data: { dueOn: '2025-06-30', reason: plainText(reason) },
      });
    given(made).when(decisions.reviseCommitment({ reason })).thenRefused('nothing-to-revise');
    given(made)
      .when(decisions.reviseCommitment({ dueOn: '2025-02-29', reason }))
      .thenRefused('date-invalid', 'input.dueOn');
  });

  it('is refused any change once fulfilled or withdrawn', () => {
    for (const closed of [fulfilled, withdrawn]) {
      const after = given(made, closed);
      after
        .when(decisions.reviseCommitment({ dueOn: today, reason }))
        .thenRefused('commitment-closed');
      after
        .when(decisions.reportProgress({ reportedOn: today, percent: 50, today }))
        .thenRefused('commitment-closed');
      after
        .when(decisions.reassignCommitment({ partner: 'cmha-hamilton', reason }))
        .thenRefused('commitment-closed');
      after
        .when(decisions.fulfillCommitment({ fulfilledOn: today, today }))
        .thenRefused('commitment-closed');
      after.when(decisions.withdrawCommitment({ reason })).thenRefused('commitment-closed');
    }
  });

  it('is unknown before it is made', () => {
    given()
      .when(decisions.fulfillCommitment({ fulfilledOn: today, today }))
      .thenRefused('commitment-unknown', 'input.commitmentId');
  });

  it('stands again when its fulfilment was recorded in error', () => {
    const inError = {
      type: 'DecisionRecordedInError',
      data: { revision: 1, reason: plainText(reason) },
    } as never;
    given(made, fulfilled, inError)
      .when(decisions.fulfillCommitment({ fulfilledOn: today, today }))
      .then({ type: 'CommitmentFulfilled', data: { fulfilledOn: today } });
  });
});
