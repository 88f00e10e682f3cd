import type { Role } from '../authority.js';
import { findCode } from '../code-lists.js';
import type { CivilDate } from '../civil-date.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { areaStream, isCode, organizationStream } from '../identifiers.js';
import { organization } from '../organization/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import { area } from './state.js';

/** Input of any command about a reporting area, by its code. */
export type AreaInput = CommandInput & { readonly area: string };

const roles: readonly Role[] = ['ministry-analyst', 'administrator'];

const onArea = {
  noun: area,
  roles,
  parties: () => [],
  target: (input: AreaInput) => areaStream(input.area),
};

/** Members must be registered; they may have ended, for boundaries of the past. */
async function checkRegistered(
  { members, crosses }: Pick<decisions.BoundaryDetails, 'members' | 'crosses'>,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const checks = Object.entries({ members, crosses }).flatMap(([list, codes]) =>
    codes.map(async (code, at) => {
      const { state } = await around.read(organization, organizationStream(code));
      return isCode(code) && state.status === 'registered'
        ? []
        : refuse('organization-unknown', `input.${list}.${at}`, { organization: code }).refusals;
    }),
  );
  return (await Promise.all(checks)).flat();
}

/** Defines a reporting area: which bodies it takes in, by their codes. */
export const defineArea = command({
  name: 'defineArea',
  noun: area,
  roles,
  parties: () => [],
  target: ({ code }: DefineAreaInput) => areaStream(code),
  async decide(input, around) {
    const { code } = input;
    // A reference area of the same code would make every number of either ambiguous.
    if (findCode(around.codeLists, 'reference-areas', code, around.today))
      return refuse('area-exists', 'input.code', { area: code });
    return firstRefusal(await checkRegistered(input, around)) ?? decisions.defineArea(input);
  },
});
export type DefineAreaInput = CommandInput & decisions.AreaDetails;

/** Draws the boundaries of a reporting area anew, from a day on. */
export const redrawArea = command({
  ...onArea,
  name: 'redrawArea',
  async decide(input: RedrawAreaInput, around) {
    return firstRefusal(await checkRegistered(input, around)) ?? decisions.redrawArea(input);
  },
});
export type RedrawAreaInput = AreaInput & decisions.BoundaryDetails & { readonly reason: Label };

/** Ends a reporting area. */
export const endArea = command({
  ...onArea,
  name: 'endArea',
  async decide(input: EndAreaInput, around) {
    const { successor } = input;
    if (successor === undefined) return decisions.endArea(input);
    const { state } = await around.read(area, areaStream(successor));
    return isCode(successor) && state.status === 'defined' && successor !== input.area
      ? decisions.endArea(input)
      : refuse('area-unknown', 'input.successor', { area: successor });
  },
});
export type EndAreaInput = AreaInput & {
  /** First day on which it no longer exists. */
  readonly endedOn: CivilDate;
  readonly successor?: string | undefined;
  readonly reason: Label;
};
