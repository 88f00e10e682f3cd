import type { EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import type { Role } from '../domain/authority.js';

/** A token printed in demonstration mode. */
export type DemoToken = {
  readonly role: Role;
  readonly organization: string;
  readonly token: string;
};

/** One body of each demonstration plan: Timmins, Kincardine, Durham. */
const bodies = ['3556027', '3541024', '3518'] as const;
const ministry = 'solgen';

const holders: readonly (readonly [Role, string])[] = [
  ['public', ministry],
  ['partner', 'demo-timmins-police'],
  ...bodies.map((body) => ['municipal-editor', body] as const),
  ...bodies.map((body) => ['municipal-approver', body] as const),
  ['ministry-analyst', ministry],
  ['ministry-reviewer', ministry],
  ['regional-adviser', '3541024'],
  ['researcher', ministry],
  ['administrator', ministry],
];

const validMs = 30 * 86_400_000;

/** Issues one token of each role, municipal ones for a body of each demonstration plan. */
export const demoTokens = (identity: EmbeddedIdentity): Promise<readonly DemoToken[]> =>
  Promise.all(
    holders.map(async ([role, organization]) => {
      const request = { role, organizations: [organization], label: 'demonstration', validMs };
      const { token } = await identity.issueToken(request);
      return { role, organization, token };
    }),
  );
