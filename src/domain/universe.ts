import { z } from 'zod';
import type { CivilDate } from './civil-date.js';
import { code } from './identifiers.js';
import type { Period } from './period.js';

/**
 * From which bodies an indicator is expected. `MUNICIPALITIES` are the single-tier and
 * lower-tier ones, which together cover the territory once: an upper tier is the sum of its
 * parts and would count them twice. `OBLIGED` are the bodies that must plan; they too cover it
 * once, because a region plans in place of its lower tiers.
 */
export const universe = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('OBLIGED') }),
    z.object({ kind: z.literal('MUNICIPALITIES') }),
    z.object({
      kind: z.literal('LISTED'),
      bodies: z.array(code()),
      /** Reporting areas, police services for instance, by the codes of `area` streams. */
      areas: z.array(code()).optional(),
    }),
  ]);
export type Universe = z.infer<ReturnType<typeof universe>>;

/** What membership depends on, of a registered organization. */
export type Member = {
  readonly code: string;
  readonly kind: string;
  readonly tier?: string | undefined;
  readonly existsFrom?: CivilDate | undefined;
  readonly endedOn?: CivilDate | undefined;
  readonly obligations: readonly { readonly duty: string; readonly from: CivilDate }[];
};

/** The duty in force on a day; undefined before any was set. */
export const dutyOn = ({ obligations }: Member, on: CivilDate): string | undefined =>
  obligations.findLast(({ from }) => from <= on)?.duty;

/** True when a body is there on a day; of a period, on the last one. */
export const exists = (body: Member, on: CivilDate): boolean =>
  (body.existsFrom === undefined || body.existsFrom <= on) &&
  (body.endedOn === undefined || body.endedOn > on);

/**
 * True when a body belongs to a universe for a period. The obligation is the one in force at
 * the end of the period or, for a period before the duty began, the first one set: old periods
 * are reported by today's bodies.
 */
export function isExpected(set: Universe, body: Member, period: Period): boolean {
  if (!exists(body, period.lastDay)) return false;
  if (set.kind === 'LISTED') return set.bodies.includes(body.code);
  if (set.kind === 'MUNICIPALITIES')
    return body.kind === 'MUNICIPALITY' && (body.tier === 'SINGLE' || body.tier === 'LOWER');
  return (dutyOn(body, period.lastDay) ?? body.obligations[0]?.duty) === 'REQUIRED';
}
