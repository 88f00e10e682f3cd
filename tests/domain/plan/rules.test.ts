import { describe, expect, it } from '@jest/globals';
import { clocksOf, planStatus, type StatutoryRules } from '../../../src/domain/plan/rules.js';

const rules: StatutoryRules = {
  publicationDays: [{ from: '2019-01-01', amount: 30 }],
  reviewYears: [{ from: '2019-01-01', amount: 4 }],
  firstAdoptionBy: '2021-07-01',
};
const adopted = (...days: string[]) => ({
  bodies: days.map((adoptedOn) => ({ adoption: { adoptedOn } })),
});
const on = (day: string, plan: Parameters<typeof clocksOf>[0], dated = rules) =>
  Object.fromEntries(
    clocksOf(plan, dated, day).map(({ code, dueOn, status }) => [code, [dueOn, status]]),
  );

describe('where a plan stands', () => {
  it('is in preparation until every participating body has adopted it', () => {
    expect(planStatus({ bodies: [{}, { adoption: { adoptedOn: '2021-01-11' } }] })).toBe(
      'IN_PREPARATION',
    );
    expect(
      planStatus({ bodies: [{ leftOn: '2021-02-01' }, ...adopted('2021-01-11').bodies] }),
    ).toBe('ADOPTED');
  });

  it('is published until a body joins that has yet to adopt it', () => {
    const publication = { publishedOn: '2021-02-01' };
    expect(planStatus({ ...adopted('2021-01-11'), publication })).toBe('PUBLISHED');
    expect(planStatus({ bodies: [...adopted('2021-01-11').bodies, {}], publication })).toBe(
      'IN_PREPARATION',
    );
  });
});

describe('the clocks of a plan', () => {
  it('start with the last adoption', () => {
    expect(on('2021-02-10', { bodies: [{}] })).toEqual({
      publication: [null, 'NOT_APPLICABLE'],
      review: [null, 'NOT_APPLICABLE'],
    });
    expect(on('2021-02-10', adopted('2021-01-11', '2021-01-25'))).toEqual({
      publication: ['2021-02-24', 'DUE'],
      review: ['2025-01-25', 'DUE'],
    });
  });

  it('say late from the day after the last one', () => {
    const plan = adopted('2021-01-25');
    expect(on('2021-02-24', plan)['publication']).toEqual(['2021-02-24', 'DUE']);
    expect(on('2021-02-25', plan)['publication']).toEqual(['2021-02-24', 'LATE']);
  });

  it('remember whether publication came in time', () => {
    const published = (publishedOn: string) => ({
      ...adopted('2021-01-25'),
      publication: { publishedOn },
    });
    expect(on('2024-01-01', published('2021-02-24'))['publication']).toEqual(['2021-02-24', 'MET']);
    expect(on('2024-01-01', published('2021-02-26'))['publication']).toEqual([
      '2021-02-24',
      'LATE',
    ]);
    expect(on('2021-02-10', published('2021-02-24'))['publication']).toEqual(['2021-02-24', 'DUE']);
  });

  it('do not know what has yet to happen', () => {
    expect(on('2021-01-24', adopted('2021-01-25'))['publication']).toEqual([
      null,
      'NOT_APPLICABLE',
    ]);
  });

  it('run by the rule in force on the day of adoption', () => {
    const changed: StatutoryRules = {
      ...rules,
      publicationDays: [...rules.publicationDays, { from: '2022-01-01', amount: 60 }],
    };
    expect(on('2022-03-01', adopted('2021-12-31'), changed)['publication']?.[0]).toBe('2022-01-30');
    expect(on('2022-03-01', adopted('2022-01-01'), changed)['publication']?.[0]).toBe('2022-03-02');
  });

  it('bring a review adopted on a leap day to the first of March', () => {
    const oneYear = { ...rules, reviewYears: [{ from: '2019-01-01', amount: 1 }] };
    expect(on('2024-03-01', adopted('2024-02-29'), oneYear)['review']?.[0]).toBe('2025-03-01');
    expect(on('2024-03-01', adopted('2024-02-29'))['review']?.[0]).toBe('2028-02-29');
  });
});
