import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/domain/command-handler.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import {
  adoptPlan,
  identifyRisk,
  joinPlan,
  openPlan,
  prioritizeRisk,
} from '../../src/domain/plan/commands.js';
import { markRecordedInError, redactTexts } from '../../src/domain/record/commands.js';
import type { SealedText } from '../../src/domain/text.js';
import { accepted, brockton, kincardine, registered, type Desk } from '../support/bruce.js';
import { administrator, approver } from '../support/command-desk.js';

const codes = (outcome: Outcome) =>
  outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome.outcome;

describe('a command', () => {
  let desk: Desk;
  const open = { title: { en: 'Plan' }, bodies: [kincardine], idempotencyKey: 'open' };
  const opened = async () => accepted(await desk.execute(openPlan, open, approver(kincardine)));

  beforeEach(async () => {
    desk = await registered();
  });

  it('writes its events once, however often it is sent', async () => {
    const first = await opened();
    const again = await opened();
    expect(again).toMatchObject({ stream: first.stream, position: first.position, replayed: true });
    expect(await desk.log.head()).toBe(first.position);
  });

  it('is refused when its key was used with other content on the same target', async () => {
    await opened();
    const other = { ...open, title: { en: 'Another plan' } };
    const outcome = await desk.execute(openPlan, other, approver(kincardine));
    expect(codes(outcome)).toEqual(['idempotency-key-reused']);
    expect(await desk.log.head()).toBe(3);
  });

  it('may use a key that another organization used', async () => {
    await opened();
    const theirs = { ...open, bodies: [brockton] };
    const outcome = accepted(await desk.execute(openPlan, theirs, approver(brockton)));
    expect(outcome.replayed).toBe(false);
  });

  it('is refused for a key that is empty, too long or not printable ASCII', async () => {
    for (const idempotencyKey of ['', 'x'.repeat(65), 'é', 'a\nb']) {
      const outcome = await desk.execute(openPlan, { ...open, idempotencyKey }, administrator);
      expect(codes(outcome)).toEqual(['idempotency-key-invalid']);
    }
  });

  it('is denied to those who have no part in its subject', async () => {
    const { stream: planId } = await opened();
    const risk = { planId, code: 'homelessness', idempotencyKey: 'risk' };
    expect(codes(await desk.execute(identifyRisk, risk, approver(brockton)))).toBe('denied');
    const reader = { ...approver(kincardine), role: 'regional-adviser' as const };
    expect(codes(await desk.execute(identifyRisk, risk, reader))).toBe('denied');
    expect(await desk.log.head()).toBe(3);
  });

  it('says for whom it was given', async () => {
    const forKincardine = { ...administrator, actingFor: kincardine };
    const { events } = accepted(await desk.execute(openPlan, open, forKincardine));
    expect(events[0]?.metadata).toMatchObject({
      actor: 'test administrator',
      actingFor: kincardine,
      recordedAt: '2024-06-15T16:00:00.000Z',
      effectiveOn: '2024-06-15',
    });
  });

  it('is not given for an organization that does not exist', async () => {
    const outcome = await desk.execute(openPlan, open, { ...administrator, actingFor: 'nobody' });
    expect(codes(outcome)).toEqual(['organization-unknown']);
  });

  it('takes no text that cannot be read, wherever it is typed', async () => {
    for (const en of ['half a \ud800 character', 'nul \u0000', 'hidden \u202e txet']) {
      const outcome = await desk.execute(openPlan, { ...open, title: { en } }, administrator);
      expect(outcome).toMatchObject({
        refusals: [{ code: 'text-malformed', field: 'input.title.en' }],
      });
    }
    const emoji = { ...open, title: { en: 'Familles 👩\u200d👧\nunies' } };
    expect(codes(await desk.execute(openPlan, emoji, administrator))).toBe('accepted');
  });

  it('is refused when the stream has moved on from the revision it expects', async () => {
    const { stream: planId } = await opened();
    const risk = { planId, code: 'homelessness', idempotencyKey: 'r', expectedRevision: 1 };
    const outcome = await desk.execute(identifyRisk, risk, approver(kincardine));
    expect(codes(outcome)).toEqual(['revision-conflict']);
    const right = { ...risk, expectedRevision: 0 };
    expect(codes(await desk.execute(identifyRisk, right, approver(kincardine)))).toBe('accepted');
  });

  it('is decided anew when another one came first', async () => {
    const { stream: planId } = await opened();
    const ranks = await Promise.all(
      ['homelessness', 'suicide-risk', 'opioid-use'].map(async (code) => {
        const caller = approver(kincardine);
        const input = { planId, code, idempotencyKey: code };
        const { events } = accepted(await desk.execute(identifyRisk, input, caller));
        const riskId = events[0]?.data['riskId'] as string;
        const rank = { planId, riskId, rank: 1, idempotencyKey: `rank ${code}` };
        return codes(await desk.execute(prioritizeRisk, rank, caller));
      }),
    );
    expect(ranks.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(ranks).toContainEqual(['risk-rank-taken']);
  });

  it('finds a body that does not exist, or that is not one to plan', async () => {
    const partner = { idempotencyKey: 'p', code: 'a-school-board', kind: 'PARTNER' as const };
    const register = { ...partner, name: { fr: 'Conseil scolaire' }, sector: 'education' };
    accepted(await desk.execute(registerOrganization, register, administrator));
    const { stream: planId } = await opened();
    for (const [body, code] of [
      ['9999999', 'organization-unknown'],
      ['Kincardine', 'organization-unknown'],
      ['a-school-board', 'organization-not-a-plan-body'],
    ] as const) {
      const join = { planId, body, idempotencyKey: `join ${body}` };
      expect(codes(await desk.execute(joinPlan, join, administrator))).toEqual([code]);
    }
  });

  it('never leaves what a person wrote readable in the log', async () => {
    const { events } = await opened();
    expect(JSON.stringify(events)).not.toContain('"Plan"');
    const title = events[0]?.data['title'] as SealedText;
    expect(desk.keys.open([title])[0]).toMatchObject({ en: 'Plan' });
  });
});

describe('what was recorded', () => {
  it('is marked in error only by those who recorded it, or for the province', async () => {
    const desk = await registered();
    const bodies = [kincardine, brockton];
    const open = { title: { en: 'Plan' }, bodies, idempotencyKey: 'open' };
    const { stream } = accepted(await desk.execute(openPlan, open, approver(kincardine)));
    const adopt = {
      planId: stream,
      body: kincardine,
      adoptedOn: '2024-06-03',
      resolution: '2024-101',
      idempotencyKey: 'adopt',
    };
    accepted(await desk.execute(adoptPlan, adopt, approver(kincardine)));
    const mark = { stream, revision: 1, reason: { en: 'Wrong date' }, idempotencyKey: 'mark' };
    const other = approver(brockton);
    expect(codes(await desk.execute(markRecordedInError, mark, other))).toBe('denied');
    accepted(await desk.execute(markRecordedInError, mark, approver(kincardine)));
    const twice = { ...mark, idempotencyKey: 'mark twice' };
    expect(codes(await desk.execute(markRecordedInError, twice, administrator))).toEqual([
      'already-recorded-in-error',
    ]);
    const again = { ...adopt, adoptedOn: '2024-06-04', idempotencyKey: 'adopt again' };
    accepted(await desk.execute(adoptPlan, again, approver(kincardine)));
    const missing = { ...mark, revision: 9, idempotencyKey: 'mark nothing' };
    expect(codes(await desk.execute(markRecordedInError, missing, administrator))).toEqual([
      'decision-not-found',
    ]);
  });

  it('can be made unreadable, and stays recorded', async () => {
    const desk = await registered();
    const open = { title: { en: 'Jane Doe' }, bodies: [kincardine], idempotencyKey: 'open' };
    const { stream, events } = accepted(await desk.execute(openPlan, open, administrator));
    const title = events[0]?.data['title'] as SealedText;
    const redact = {
      stream,
      keys: [title.key],
      authority: 'MFIPPA s. 14',
      reason: { en: 'Names a person' },
      idempotencyKey: 'redact',
    };
    const unknown = { ...redact, keys: ['0'.repeat(32)], idempotencyKey: 'unknown' };
    expect(codes(await desk.execute(redactTexts, unknown, administrator))).toEqual([
      'text-not-found',
    ]);
    accepted(await desk.execute(redactTexts, redact, administrator));
    expect(desk.keys.open([title])).toEqual([undefined]);
    const { position } = accepted(await desk.execute(redactTexts, redact, administrator));
    expect(await desk.log.head()).toBe(position);
  });
});
