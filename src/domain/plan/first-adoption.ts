import type { CivilDate } from '../civil-date.js';
import { dutyOn, type Member } from '../universe.js';

/** What the duty of a body depends on when others ended and it took their place. */
export type Succeeding = Member & { readonly successor?: string | undefined };

/** An adoption by the council of a body. */
export type CouncilAdoption = {
  readonly council?: string | undefined;
  readonly adoptedOn: CivilDate;
};

const earliest = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

const latestOfAll = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.includes(undefined) ? undefined : days.toSorted().at(-1);

/**
 * Day on which a body first met its duty to adopt a plan, as known on another day; undefined
 * while it has not. What a council adopted continues for its area when the municipality ends, so
 * it is good for the successor as soon as every municipality that had to plan and whose place it
 * took had adopted one; the duty does not begin anew.
 */
export function firstAdoptions(
  bodies: readonly Succeeding[],
  adoptions: readonly CouncilAdoption[],
  on: CivilDate,
): (body: string) => CivilDate | undefined {
  const own = Map.groupBy(adoptions, ({ council }) => council);
  const ended = bodies.filter(({ endedOn }) => endedOn !== undefined && endedOn <= on);
  const before = Map.groupBy(ended, ({ successor }) => successor);
  const dayOf = (body: string, after: readonly string[]): CivilDate | undefined => {
    const required = (before.get(body) ?? []).filter(
      (each) => dutyOn(each, each.endedOn ?? on) === 'REQUIRED' && !after.includes(each.code),
    );
    const passedOn = latestOfAll(required.map(({ code }) => dayOf(code, [...after, body])));
    return earliest([...(own.get(body) ?? []).map(({ adoptedOn }) => adoptedOn), passedOn]);
  };
  return (body) => dayOf(body, []);
}
