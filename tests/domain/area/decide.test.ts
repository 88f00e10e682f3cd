import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../src/domain/area/commands.js';
import * as decisions from '../../../src/domain/area/decide.js';
import type { AreaEvents } from '../../../src/domain/area/events.js';
import { area } from '../../../src/domain/area/state.js';
import type { Happening } from '../../../src/domain/event.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';

const { given } = scenario(area);
const drawn: decisions.BoundaryDetails = {
  from: '2020-01-01',
  members: ['3540028'],
  crosses: ['3540010'],
  method: 'source-crosswalk',
  source: { en: 'Police services crosswalk' },
  population: undefined,
};
const huron: decisions.AreaDetails = {
  code: 'huron-opp',
  kind: 'POLICE_SERVICE',
  name: { en: 'Huron OPP' },
  ...drawn,
};
const reason = { en: 'Goderich joined' };
const defined: Happening<AreaEvents> = { type: 'AreaDefined', data: huron as never };

describe('a reporting area', () => {
  it('is defined by the codes of the bodies it takes in and crosses', () => {
    given().when(decisions.defineArea(huron)).then(defined);
    given(defined).when(decisions.defineArea(huron)).thenRefused('area-exists', 'input.code');
  });

  it('takes in a body as a whole or in part, once, and at least one', () => {
    const define = (boundaries: Partial<decisions.BoundaryDetails>) =>
      given().when(decisions.defineArea({ ...huron, ...boundaries }));
    define({ members: [], crosses: [] }).thenRefused('area-members-required', 'input.members');
    define({ crosses: ['3540028'] }).thenRefused('area-member-twice', 'input.crosses.0');
    define({ members: ['3540028', '3540028'] }).thenRefused('area-member-twice', 'input.members.1');
    define({ method: 'By Name' }).thenRefused('code-invalid', 'input.method');
    define({ population: -1 }).thenRefused('population-invalid', 'input.population');
  });

  it('is redrawn from a later day, and then no more once it has ended', () => {
    const later = { ...drawn, from: '2022-01-01', crosses: [] };
    const redraw = decisions.redrawArea({ ...later, area: 'huron-opp', reason });
    const redrawn: Happening<AreaEvents> = {
      type: 'AreaRedrawn',
      data: { ...later, reason: plainText(reason) } as never,
    };
    given(defined).when(redraw).then(redrawn);
    given(defined, redrawn).when(redraw).thenRefused('area-redrawn-before-last', 'input.from');
    const ended: Happening<AreaEvents> = {
      type: 'AreaEnded',
      data: { endedOn: '2023-01-01', successor: undefined, reason: plainText(reason) } as never,
    };
    const end = decisions.endArea({ area: 'huron-opp', endedOn: '2023-01-01', reason });
    given(defined, redrawn).when(end).then(ended);
    given(defined, ended).when(redraw).thenRefused('area-ended', 'input.area');
    given(defined)
      .when(decisions.endArea({ area: 'huron-opp', endedOn: '2020-01-01', reason }))
      .thenRefused('date-invalid', 'input.endedOn');
    given().when(redraw).thenRefused('area-unknown', 'input.area');
  });

  it('has a code that no reference area has, and members that are registered', async () => {
    const around = surroundings({}, codeListsOf({ 'reference-areas': ['35'] }));
    const define = async (changes: Partial<decisions.AreaDetails>) => {
      const decide = await decisionOf(commands.defineArea, { ...huron, ...changes }, around);
      return decide({ status: 'none' });
    };
    expect(await define({ code: '35' })).toMatchObject({ refusals: [{ code: 'area-exists' }] });
    expect(await define({})).toMatchObject({
      refusals: [
        { code: 'organization-unknown', field: 'input.members.0' },
        { code: 'organization-unknown', field: 'input.crosses.0' },
      ],
    });
  });
});
