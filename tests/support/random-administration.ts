import * as tell from './events.js';
import { id, inPlan, sealed, type Told } from './events.js';
import { bodies, days, pick, type Move, type Past } from './random-moves.js';

/** Persons are invited and hold roles; a code list gets another version. */
export function administration({ a, b, c }: Move, past: Past): Told {
  if (c % 3 === 0)
    return inPlan('codelist-published', 'CodeListVersionPublished', {
      scheme: pick(['genders', 'sectors'], a),
      version: String(past.told.length),
      from: pick(days, b),
      source: 'Statistics Canada',
      codes: [{ code: pick(['women', 'men'], b), label: { en: String(c) } }],
    });
  const stream = id('person', a % 2);
  if (past.told.every((each) => each.stream !== stream))
    return inPlan(stream, 'PersonInvited', { name: sealed('Planner of Hamilton') });
  const held = { role: pick(['partner', 'researcher'] as const, b), organization: pick(bodies, c) };
  if (b % 3 === 0) return inPlan(stream, 'RoleRevoked', { ...held, reason: sealed('Left') });
  return inPlan(stream, 'RoleGranted', { ...held, from: pick(days, a) });
}

/** A First Nation consents, narrows its consent or withdraws it. */
export function consent({ a, b, c }: Move, past: Past): Told {
  const firstNation = pick(bodies, a);
  const stream = `consent-${firstNation}`;
  const grantId = id('grant', b % 2);
  const terms = {
    grantId,
    audiences: ['PUBLIC' as const],
    level: pick(['AGGREGATED', 'IDENTIFIED'] as const, c),
    plans: c % 2 === 0,
  };
  if (past.standing(stream).length === 0 || c % 3 === 0)
    return inPlan(stream, 'ConsentGranted', { firstNation, ...terms });
  const reason = sealed('The band council decided');
  return c % 3 === 1
    ? inPlan(stream, 'ConsentNarrowed', { ...terms, reason })
    : inPlan(stream, 'ConsentWithdrawn', { grantId, reason });
}

/** An attempt to import begins, or ends. */
export function attempt({ a, b, c }: Move, past: Past): Told | undefined {
  const stream = id('import', a % 2);
  const stands = past.standing(stream);
  if (stands.length === 0)
    return past.told.some((each) => each.stream === stream)
      ? undefined
      : tell.importBegun(stream, `file-${b}.csv`);
  return stands.length > 1 ? undefined : tell.importFinished(stream, c % 5 === 0 ? 1 : 0);
}
