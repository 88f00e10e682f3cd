import { InvalidArgumentError, type Command } from 'commander';
import { roles, type Role } from '../../domain/authority.js';
import { isCode } from '../../domain/identifiers.js';
import { parseDuration } from '../duration.js';
import { validMsMax } from '../identity/token.js';
import type { CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';
import { tokenTable } from './token-list.js';
import { WrongUsage } from './usage-error.js';

type TokenOptions = {
  readonly role?: Role;
  readonly organization: readonly string[];
  readonly expires?: number;
  readonly label?: string;
};

const parsers = (texts: CliTexts) => ({
  role(text: string): Role {
    const role = roles.find((each) => each === text);
    if (role === undefined) throw new InvalidArgumentError(texts.roleUnknown(roles.join(', ')));
    return role;
  },
  organization(text: string, earlier: readonly string[]): readonly string[] {
    if (!isCode(text)) throw new InvalidArgumentError(texts.codeInvalid);
    return [...earlier, text];
  },
  expires(text: string): number {
    const milliseconds = parseDuration(text) ?? 0;
    if (milliseconds <= 0 || milliseconds > validMsMax)
      throw new InvalidArgumentError(texts.durationInvalid);
    return milliseconds;
  },
});

/** Prints the token alone to standard output, for a script to take. */
async function issue(
  { role, organization: organizations, expires: validMs, label }: TokenOptions,
  actions: CliActions,
  { out, err }: Terminal,
  texts: CliTexts,
): Promise<number> {
  if (role === undefined) throw new WrongUsage(texts.roleMissing);
  if (organizations.length === 0 && role !== 'administrator' && role !== 'public')
    throw new WrongUsage(texts.organizationMissing(role));
  const life = { ...(label && { label }), ...(validMs && { validMs }) };
  const issued = await actions.issueToken({ role, organizations, ...life });
  if ('unknownOrganization' in issued) {
    err(`${texts.organizationUnknown(issued.unknownOrganization)}\n`);
    return 1;
  }
  out(`${issued.token}\n`);
  err(`${texts.tokenIssued(issued.record.id, issued.record.expiresAt.slice(0, 10))}\n`);
  return 0;
}

/** Adds `jalon token`, which issues a token, and its `list` and `revoke`. */
export function addTokenCommand(
  program: Command,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
  finish: (code: number) => void,
): void {
  const { out, err } = terminal;
  const parse = parsers(texts);
  const token = program
    .command('token')
    .description(texts.token)
    .option('--role <role>', `${texts.role} (${roles.join(', ')})`, parse.role)
    .option('--organization <code>', texts.organization, parse.organization, [])
    .option('--expires <duration>', texts.expires, parse.expires)
    .option('--label <text>', texts.label)
    .action(async (options: TokenOptions) =>
      finish(await issue(options, actions, terminal, texts)),
    );
  token
    .command('list')
    .description(texts.tokenList)
    .action(async () => out(tokenTable(await actions.listTokens(), texts)));
  token
    .command('revoke')
    .argument('<id>', texts.tokenId)
    .description(texts.tokenRevoke)
    .action(async (id: string) => {
      const revoked = await actions.revokeToken(id);
      err(`${revoked ? texts.tokenRevoked(id) : texts.tokenUnknown(id)}\n`);
      finish(revoked ? 0 : 1);
    });
}
