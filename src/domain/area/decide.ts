import type { z } from 'zod';
import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { isCode } from '../identifiers.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { AreaEvents } from './events.js';
import type { AreaState, DefinedArea } from './state.js';

type AreaDecision = Decision<AreaEvents>;

/** What an area is defined with. */
export type AreaDetails = Readonly<z.infer<AreaEvents['AreaDefined']>>;

/** Where it lies from a day on. */
export type BoundaryDetails = Omit<AreaDetails, 'code' | 'kind' | 'name'>;

// Codes match exactly: another spelling may reach the stream, but it names nothing.
const whileThere =
  (area: string, decide: (defined: DefinedArea) => AreaDecision) =>
  (state: AreaState): AreaDecision => {
    if (state.status === 'none' || state.code !== area)
      return refuse('area-unknown', 'input.area', { area });
    return state.status === 'ended' ? refuse('area-ended', 'input.area', { area }) : decide(state);
  };

function checkMembers({ members, crosses }: BoundaryDetails): readonly Refusal[] {
  if (members.length + crosses.length === 0)
    return refuse('area-members-required', 'input.members').refusals;
  const all = [...members, ...crosses];
  return all.flatMap((organization, at) => {
    if (all.indexOf(organization) === at) return [];
    const inMembers = at < members.length;
    const field = inMembers ? `members.${at}` : `crosses.${at - members.length}`;
    return refuse('area-member-twice', `input.${field}`, { organization }).refusals;
  });
}

function checkBoundaries(details: BoundaryDetails): readonly Refusal[] {
  const { from, method, source, population } = details;
  return [
    ...checkDate(from, 'input.from'),
    ...checkMembers(details),
    ...(isCode(method) ? [] : refuse('code-invalid', 'input.method', { code: method }).refusals),
    ...checkText(source, 'input.source', 500),
    ...(population === undefined || (Number.isSafeInteger(population) && population >= 0)
      ? []
      : refuse('population-invalid', 'input.population', { population }).refusals),
  ];
}

const boundariesOf = (details: BoundaryDetails) => ({
  from: details.from,
  members: [...details.members],
  crosses: [...details.crosses],
  method: details.method,
  source: details.source,
  population: details.population,
});

/** Defines a reporting area under a code that no area has. */
export const defineArea =
  (details: AreaDetails) =>
  (state: AreaState): AreaDecision => {
    const { code, kind, name } = details;
    if (!isCode(code)) return refuse('code-invalid', 'input.code', { code });
    if (state.status !== 'none') return refuse('area-exists', 'input.code', { area: code });
    return (
      firstRefusal(checkText(name, 'input.name', 300), checkBoundaries(details)) ??
      accept({ type: 'AreaDefined', data: { code, kind, name, ...boundariesOf(details) } })
    );
  };

/** Draws its boundaries anew, from a day after those drawn last. */
export const redrawArea = (
  details: BoundaryDetails & { readonly area: string; readonly reason: Label },
) =>
  whileThere(details.area, ({ redrawnFrom }) => {
    const { from, reason } = details;
    const refusal = firstRefusal(checkBoundaries(details), checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (from <= redrawnFrom)
      return refuse('area-redrawn-before-last', 'input.from', { last: redrawnFrom });
    return accept({
      type: 'AreaRedrawn',
      data: { ...boundariesOf(details), reason: plainText(reason) },
    });
  });

/** Ends an area; periods before the day keep it. */
export const endArea = (details: {
  readonly area: string;
  readonly endedOn: CivilDate;
  readonly successor?: string | undefined;
  readonly reason: Label;
}) =>
  whileThere(details.area, ({ from }) => {
    const { endedOn, successor, reason } = details;
    const refusal = firstRefusal(
      checkDate(endedOn, 'input.endedOn'),
      checkText(reason, 'input.reason'),
    );
    if (refusal) return refusal;
    if (endedOn <= from) return refuse('date-invalid', 'input.endedOn', { date: endedOn });
    return accept({ type: 'AreaEnded', data: { endedOn, successor, reason: plainText(reason) } });
  });
