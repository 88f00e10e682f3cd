import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerOf } from '../../../src/adapters/http/cache/answer.js';
import { responseCache, type Making } from '../../../src/adapters/http/cache/response-cache.js';
import { planStore } from './plan-store.js';

type Step =
  | { readonly kind: 'commit' | 'find' | 'begin'; readonly plan: string }
  | { readonly kind: 'announce' | 'finish' | 'forget' };

const plan = fc.constantFrom('a', 'b');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const), plan }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('find' as const), plan }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('begin' as const), plan }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'announce' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'finish' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
);
const now = () => '2026-01-05T15:00:00.000Z';

/** A hub where writes, announcements and answers in the making interleave as the steps say. */
function interleaving() {
  const store = planStore();
  const limits = { cacheBytesMax: 10_000, cacheEntryBytesMax: 10_000 };
  const cache = responseCache(store.views, now, limits);
  const underWay: { plan: string; making: Making; title: string; position: number }[] = [];
  let commits = 0;
  /** For each plan, the position of its last announced change. */
  const announced = new Map<string, number>();
  const committed = new Map<string, number>();
  const take = (each: Step): void => {
    if (each.kind === 'commit') committed.set(each.plan, store.commit(each.plan, `${++commits}`));
    else if (each.kind === 'announce') {
      store.announce();
      for (const [id, position] of committed) announced.set(id, position);
    } else if (each.kind === 'begin') {
      const making = cache.begin();
      const { position, titles } = store.snapshot();
      underWay.push({ plan: each.plan, making, title: titles.get(each.plan) ?? '-', position });
    } else if (each.kind === 'finish') {
      const done = underWay.shift();
      if (done === undefined) return;
      const answer = answerOf(JSON.stringify([done.position, done.title]), null);
      done.making.remember(done.plan, answer, new Set([`plan:${done.plan}`]));
    } else if (each.kind === 'forget') cache.forget();
  };
  const positionRead = (id: string): number | undefined => {
    const found = cache.find(id);
    return found && (JSON.parse(found.body.toString()) as [number, string])[0];
  };
  return { take, positionRead, announced };
}

test('no remembered answer misses what was announced, in whatever order things happen', () => {
  let hits = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 80 }), (steps) => {
      const { take, positionRead, announced } = interleaving();
      const stale = steps.filter((each) => {
        if (each.kind !== 'find') take(each);
        const position = each.kind === 'find' ? positionRead(each.plan) : undefined;
        if (each.kind !== 'find' || position === undefined) return false;
        hits += 1;
        return position < (announced.get(each.plan) ?? 0);
      });
      expect(stale).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(hits).toBeGreaterThan(0);
});
