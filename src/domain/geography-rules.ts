import { findCode } from './code-lists.js';
import type { Surroundings } from './command.js';
import { refuse } from './decision.js';
import { isCode, organizationStream, type Geography } from './identifiers.js';
import { organization } from './organization/state.js';

/** A body by its code or a reference area by its own, as a client names exactly one. */
export type NamedGeography = {
  readonly organization?: string | undefined;
  readonly area?: string | undefined;
};

/** The body or area that an input names, or the refusal of one that is not there. */
export async function findGeography(
  named: NamedGeography,
  around: Surroundings,
): Promise<Geography | ReturnType<typeof refuse>> {
  const { organization: body, area } = named;
  if ((body === undefined) === (area === undefined))
    return refuse('geography-ambiguous', 'input.organization');
  if (area !== undefined)
    return findCode(around.codeLists, 'reference-areas', area, around.today)
      ? { kind: 'AREA', code: area }
      : refuse('area-unknown', 'input.area', { area });
  const code = body ?? '';
  const { state } = await around.read(organization, organizationStream(code));
  return isCode(code) && state.status !== 'none'
    ? { kind: 'BODY', code }
    : refuse('organization-unknown', 'input.organization', { organization: code });
}
