import { area } from './area/state.js';
import { findCode } from './code-lists.js';
import type { Surroundings } from './command.js';
import { refuse } from './decision.js';
import { areaStream, isCode, organizationStream, type Geography } from './identifiers.js';
import { organization } from './organization/state.js';

/** A body by its code or an area by its own, as a client names exactly one. */
export type NamedGeography = {
  readonly organization?: string | undefined;
  readonly area?: string | undefined;
};

/** True of a reference area, Ontario for instance, or a reporting area such as a police service. */
export async function isArea(code: string, around: Surroundings): Promise<boolean> {
  if (findCode(around.codeLists, 'reference-areas', code, around.today)) return true;
  const { state } = await around.read(area, areaStream(code));
  return isCode(code) && state.status !== 'none';
}

/** The body or area that an input names, or the refusal of one that is not there. */
export async function findGeography(
  { organization: body, area: named }: NamedGeography,
  around: Surroundings,
): Promise<Geography | ReturnType<typeof refuse>> {
  if ((body === undefined) === (named === undefined))
    return refuse('geography-ambiguous', 'input.organization');
  if (named !== undefined)
    return (await isArea(named, around))
      ? { kind: 'AREA', code: named }
      : refuse('area-unknown', 'input.area', { area: named });
  const code = body ?? '';
  const { state } = await around.read(organization, organizationStream(code));
  return isCode(code) && state.status !== 'none'
    ? { kind: 'BODY', code }
    : refuse('organization-unknown', 'input.organization', { organization: code });
}
