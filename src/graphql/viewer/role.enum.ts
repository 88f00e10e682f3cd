import type { Role } from '../../domain/authority.js';
import { registerEnum } from '../register-enum.js';

/** Names of roles in the API: "municipal-editor" is MUNICIPAL_EDITOR. */
type RoleName<R extends string> = R extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${RoleName<Rest>}`
  : Uppercase<R>;

/** What a caller may be. */
export const RoleEnum = registerEnum<RoleName<Role>>(
  'Role',
  'What a caller may do in the hub.',
  {
    PUBLIC: 'Anybody, without a token.',
    PARTNER: 'Reports on the commitments of a partner organization.',
    MUNICIPAL_EDITOR: 'Prepares plans and reports numbers of a body.',
    MUNICIPAL_APPROVER: 'Also records what a council adopts and publishes.',
    MINISTRY_ANALYST: 'Keeps the registers and reads every number.',
    MINISTRY_REVIEWER: 'Reviews what bodies submit and reads every number.',
    REGIONAL_ADVISER: 'Reads the reports and numbers of the bodies of a region.',
    RESEARCHER: 'Reads what is released, and the history of plans.',
    ADMINISTRATOR: 'May act for any organization; events say so.',
  },
  (name) => name.toLowerCase().replaceAll('_', '-'),
);
