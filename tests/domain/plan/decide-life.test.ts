import { describe, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as life from '../../../src/domain/plan/decide-life.js';
import * as organizing from '../../../src/domain/plan/decide-organizing.js';
import { adoptPlan, publishPlan } from '../../../src/domain/plan/decide.js';
import { acts, type PlanEvents } from '../../../src/domain/plan/events.js';
import { plan, type PlanState } from '../../../src/domain/plan/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';

type Decided = Happening<PlanEvents>;
const { given } = scenario(plan);
const today = '2024-06-15';
const hex = '0'.repeat(32);
const kincardine = '3541024';
const brockton = '3541032';
const reason = { en: 'The council decided' };
const said = plainText(reason);

const opened: Decided = {
  type: 'PlanOpened',
  data: { title: said, bodies: [kincardine, brockton], demonstration: false },
};
const adopted = (body: string, adoptedOn = '2021-01-11'): Decided => ({
  type: 'PlanAdopted',
  data: { body, adoptedOn, resolution: '2021-7', act: 'POLICE_SERVICES_ACT' },
});
const byAll = [opened, adopted(kincardine), adopted(brockton, '2021-01-25')];
const seated: Decided = {
  type: 'CommitteeSeatsFilled',
  data: {
    memberId: `member-${hex}`,
    seats: ['health-services', 'municipality'],
    listVersion: '1',
    organization: kincardine,
    filledOn: '2020-01-15',
  },
};
const by = `plan-${'1'.repeat(32)}`;
const superseded: Decided = {
  type: 'PlanSuperseded',
  data: { by, supersededOn: '2024-06-01' },
};

describe('a role of a plan', () => {
  const role = { roleId: `role-${hex}`, role: 'CHAMPION', from: '2020-02-03' } as const;

  it('is held by an organization or an office', () => {
    given(opened)
      .when(organizing.assignPlanRole({ ...role, organization: kincardine, today }))
      .then({ type: 'PlanRoleAssigned', data: { ...role, organization: kincardine } });
    given(opened)
      .when(organizing.assignPlanRole({ ...role, today }))
      .thenRefused('holder-required', 'input.organization');
  });

  it('ends once', () => {
    const end = { roleId: role.roleId, endedOn: '2021-02-03' };
    const decide = organizing.endPlanRole({ ...end, reason, today });
    const ended: Decided = { type: 'PlanRoleEnded', data: { ...end, reason: said } };
    const held: Decided = {
      type: 'PlanRoleAssigned',
      data: { ...role, organization: kincardine },
    };
    given(opened, held).when(decide).then(ended);
    given(opened, held, ended).when(decide).thenRefused('role-unknown', 'input.roleId');
  });
});

describe('a seat of the advisory committee', () => {
  const vacate = (...seats: string[]) =>
    organizing.vacateCommitteeSeats({
      memberId: `member-${hex}`,
      seats,
      vacatedOn: '2021-03-01',
      reason,
      today,
    });

  it('is given up by a member that may keep others', () => {
    const vacated: Decided = {
      type: 'CommitteeSeatsVacated',
      data: {
        memberId: `member-${hex}`,
        seats: ['municipality'],
        vacatedOn: '2021-03-01',
        reason: said,
      },
    };
    given(opened, seated).when(vacate('municipality')).then(vacated);
    given(opened, seated, vacated)
      .when(vacate('municipality'))
      .thenRefused('seat-not-held', 'input.seats.0');
    given(opened, seated)
      .when(vacate('municipality', 'municipality'))
      .thenRefused('seat-not-held', 'input.seats.1');
  });
});

describe('an interim submission', () => {
  it('is filed by a body that has not adopted the plan yet', () => {
    const filed = { body: brockton, filedOn: '2021-06-28' };
    given(opened)
      .when(life.fileInterimSubmission({ ...filed, today }))
      .then({ type: 'InterimSubmissionFiled', data: filed });
    given(...byAll)
      .when(life.fileInterimSubmission({ ...filed, today }))
      .thenRefused('plan-already-adopted', 'input.body');
  });
});

describe('reviews and reports', () => {
  const review = (completedOn: string) =>
    life.completeReview({ completedOn, revisionNeeded: false, today });
  const reviewed: Decided = {
    type: 'ReviewCompleted',
    data: { completedOn: '2023-05-01', revisionNeeded: false },
  };

  it('follow the last adoption', () => {
    given(opened, adopted(kincardine)).when(review('2023-05-01')).thenRefused('plan-not-adopted');
    given(...byAll)
      .when(review('2021-01-24'))
      .thenRefused('date-before-adoption', 'input.completedOn');
    given(...byAll)
      .when(review('2023-05-01'))
      .then(reviewed);
    const url = 'https://example.org/effect';
    given(...byAll)
      .when(life.publishEffectReport({ url, publishedOn: '2021-01-24', today }))
      .thenRefused('date-before-adoption', 'input.publishedOn');
  });

  it('come in the order of their days', () => {
    given(...byAll, reviewed)
      .when(review('2023-05-01'))
      .thenRefused('review-before-last', 'input.completedOn');
  });
});

describe('a revision', () => {
  const revised = (readoption: boolean): Decided => ({
    type: 'PlanRevised',
    data: { revisedOn: '2024-02-29', readoption, summary: said },
  });
  const published: Decided = {
    type: 'PlanPublished',
    data: { url: 'https://example.org/plan', publishedOn: '2021-02-01' },
  };
  const review = life.completeReview({
    completedOn: '2024-05-01',
    revisionNeeded: false,
    today,
  });

  it('that the councils adopt anew puts an end to their adoptions', () => {
    given(...byAll, published, revised(true))
      .when(review)
      .thenRefused('plan-not-adopted');
  });

  it('that they need not adopt leaves them standing', () => {
    given(...byAll, published, revised(false))
      .when(review)
      .then({
        type: 'ReviewCompleted',
        data: { completedOn: '2024-05-01', revisionNeeded: false },
      });
  });
});

describe('the act under which a council adopts', () => {
  const adopt = (adoptedOn: string, act: (typeof acts)[number]) =>
    adoptPlan({ body: kincardine, adoptedOn, resolution: '7', act, today });
  const [older, newer] = acts;
  const publication = { url: 'https://example.org/plan', publishedOn: '2024-06-01' };

  it('is the older one until the newer one replaced it, and both count', () => {
    for (const [day, act] of [
      ['2024-03-31', older],
      ['2024-04-01', newer],
    ] as const) {
      const data = { body: kincardine, adoptedOn: day, resolution: '7', act };
      given(opened).when(adopt(day, act)).then({ type: 'PlanAdopted', data });
    }
    const under = (act: (typeof acts)[number], body: string): Decided => ({
      type: 'PlanAdopted',
      data: { body, adoptedOn: '2024-05-01', resolution: '7', act },
    });
    given(opened, under(older, kincardine), under(newer, brockton))
      .when(publishPlan({ ...publication, today }))
      .then({ type: 'PlanPublished', data: publication });
  });

  it('is none that was not in force', () => {
    given(opened).when(adopt('2024-04-01', older)).thenRefused('act-not-in-force', 'input.act');
    given(opened).when(adopt('2024-03-31', newer)).thenRefused('act-not-in-force', 'input.act');
  });
});

describe('supersession', () => {
  const successor = (bodies: readonly string[], adoptedOn?: string): PlanState => ({
    status: 'open',
    bodies: bodies.map((body) => ({ body, ...(adoptedOn !== undefined && { adoptedOn }) })),
    risks: new Map(),
    strategies: new Map(),
    roles: new Set<string>(),
    members: new Map(),
    exemptedSeats: new Set<string>(),
    factors: new Set<string>(),
  });
  const supersede = (other: PlanState) =>
    life.supersedePlan({
      planId: `plan-${hex}`,
      by,
      successor: other,
      supersededOn: '2024-06-01',
      today,
    });

  it('is by a plan of all its bodies that they have adopted', () => {
    given(...byAll)
      .when(supersede(successor([kincardine, brockton], '2024-05-13')))
      .then(superseded);
    given(...byAll)
      .when(supersede(successor([kincardine, brockton])))
      .thenRefused('successor-not-adopted');
    given(...byAll)
      .when(supersede(successor([kincardine], '2024-05-13')))
      .thenRefused('successor-without-bodies');
    given(...byAll)
      .when(supersede({ status: 'none' }))
      .thenRefused('successor-unknown');
    given(...byAll)
      .when(supersede(successor([kincardine, brockton], '2024-06-02')))
      .thenRefused('date-before-adoption', 'input.supersededOn');
  });

  it('closes the plan to every further decision', () => {
    given(...byAll, superseded)
      .when(life.publishEffectReport({ url: 'https://example.org', publishedOn: today, today }))
      .thenRefused('plan-superseded', 'input.planId');
  });
});
