import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { CommandFailed } from '../../../src/adapters/cli/cli-actions.js';
import { cliTexts } from '../../../src/adapters/cli/cli-texts.js';
import { languageOf, type Terminal } from '../../../src/adapters/cli/terminal.js';
import { cliDesk } from './cli-desk.js';

const french: Partial<Terminal> = { language: 'fr' };

describe('the command line', () => {
  test.each([
    ['start', ['start', false]],
    ['start --demo', ['start', true]],
    ['rebuild', ['rebuild', undefined]],
    ['rebuild observations', ['rebuild', 'observations']],
    [
      'import observations a.csv --mapping m.json --dry-run',
      { file: 'a.csv', mapping: 'm.json', dryRun: true, acceptValid: false, reports: [] },
    ],
    [
      'import observations a.csv --mapping m.json --accept-valid',
      { file: 'a.csv', mapping: 'm.json', dryRun: false, acceptValid: true, reports: [] },
    ],
  ])('jalon %s does what it says and ends with 0', async (line, asked) => {
    const cli = cliDesk();
    expect(await cli.run(line)).toBe(0);
    expect(cli.asked).toEqual([asked]);
  });
  test.each([
    ['', 'Usage:'],
    ['nonsense', "unknown command 'nonsense'"],
    ['strat', '(Did you mean start?)'],
    ['start --dmeo', "unknown option '--dmeo'"],
    ['start now', 'too many arguments'],
    ['rebuild nothing', 'The views are current-plan, observations.'],
    ['import', 'Usage:'],
    ['import observations --mapping m.json', "missing required argument 'file'"],
    ['import observations a.csv', "required option '--mapping <file>' not specified"],
    ['import observations a.csv --mapping', 'argument missing'],
    ['token', 'The option --role is missing.'],
    ['token --role emperor', 'The roles are public, partner, municipal-editor'],
    ['token --role municipal-editor', 'The role municipal-editor needs an --organization.'],
    ['token --role partner --organization Hamilton', 'lower-case letters'],
    ['token --role administrator --expires never', '12h or 90d'],
    ['token --role administrator --expires 20y', '12h or 90d'],
    ['token --role administrator --expires 4000d', '12h or 90d'],
    ['token revoke', "missing required argument 'id'"],
  ])('jalon %s is wrong usage, which ends with 2', async (line, complaint) => {
    const cli = cliDesk();
    expect(await cli.run(line)).toBe(2);
    expect(cli.said.err).toContain(complaint);
    expect(cli.said.out).toBe('');
    expect(cli.asked).toEqual([]);
  });
  test.each([
    ['strat', 'la commande strat n’existe pas. Vouliez-vous dire start\u00A0?'],
    ['start --dmeo', 'l’option --dmeo n’existe pas.'],
    ['import observations --mapping m.json', 'il manque l’argument file.'],
    ['import observations a.csv', 'il manque l’option --mapping <file>.'],
    ['import observations a.csv --mapping', 'l’option --mapping <file> demande une valeur.'],
    ['start now', 'il y a trop d’arguments.'],
    ['token --role emperor', 'ne peut être «\u00A0emperor\u00A0». Les rôles sont public'],
  ])('jalon %s is complained about in French', async (line, complaint) => {
    const cli = cliDesk({}, french);
    expect(await cli.run(line)).toBe(2);
    expect(cli.said.err).toContain(complaint);
    expect(cli.said.err).toContain('Voyez jalon --help.');
  });
  test('help and version are answers, not errors', async () => {
    for (const [line, answer] of [
      ['--help', 'Usage: jalon'],
      ['help token', '--organization <code>'],
      ['import observations --help', '--accept-valid'],
      ['--version', '0.1.0'],
    ] as const) {
      const cli = cliDesk();
      expect([line, await cli.run(line)]).toEqual([line, 0]);
      expect(cli.said.out).toContain(answer);
    }
  });
  test('help is in French where French is asked for', async () => {
    const cli = cliDesk({}, french);
    await cli.run('--help');
    expect(cli.said.out).toContain('Emploi :');
    expect(cli.said.out).toContain('Commandes :');
    expect(cli.said.out).toContain('sert l’API');
    expect(cli.said.out).not.toMatch(/Usage|Options:|Commands|display help/);
  });

  test('settings are listed in the language of the terminal', async () => {
    const cli = cliDesk({}, french);
    expect(await cli.run('config')).toBe(0);
    expect(cli.said.out).toBe('settings in fr\n');
  });

  test('a command that fails says why in one line and ends with 1', async () => {
    const failing = {
      start: async () => {
        throw new CommandFailed({ en: 'The port is taken.', fr: 'Le port est pris.' });
      },
      demo: async () => {
        throw new Error('log.db is open for writing already, by another process.');
      },
    };
    const [english, other] = [cliDesk(failing), cliDesk(failing, french)];
    expect(await english.run('start')).toBe(1);
    expect(english.said.err).toBe('jalon: The port is taken.\n');
    expect(await other.run('start')).toBe(1);
    expect(other.said.err).toBe('jalon: Le port est pris.\n');
    expect(await cliDesk(failing).run('demo')).toBe(1);
  });

  test('both languages have every sentence', () => {
    expect(Object.keys(cliTexts.fr)).toEqual(Object.keys(cliTexts.en));
    const same = Object.entries(cliTexts.en).filter(
      ([name, text]) => String(cliTexts.fr[name as keyof typeof cliTexts.fr]) === String(text),
    );
    expect(same.map(([name]) => name)).toEqual(['headings']);
  });
});

describe('jalon token', () => {
  test('prints the token alone, for a script, and what is known of it beside', async () => {
    const cli = cliDesk();
    const line = 'token --role municipal-editor --organization 3525005 --organization 3514019';
    expect(await cli.run(`${line} --expires 30d --label planning`)).toBe(0);
    expect(cli.said.out).toMatch(/^jalon_[A-Za-z0-9_-]{43}\n$/);
    expect(await cli.identity.authenticate(cli.said.out.trim())).toMatchObject({
      role: 'municipal-editor',
      organizations: ['3525005', '3514019'],
    });
    expect(cli.said.err).toContain('valid until 2026-01-31');
  });

  test('an administrator needs no organization', async () => {
    expect(await cliDesk().run('token --role administrator')).toBe(0);
  });

  test('an organization that nobody registered is refused', async () => {
    const cli = cliDesk({ issueToken: async () => ({ unknownOrganization: '9999999' }) });
    expect(await cli.run('token --role partner --organization 9999999')).toBe(1);
    expect(cli.said).toEqual({ out: '', err: 'No organization has the code 9999999.\n' });
  });

  test('list shows tokens without the tokens, and revoke ends one', async () => {
    const cli = cliDesk();
    await cli.run('token --role administrator --label dispatch');
    const [record] = await cli.identity.listTokens();
    const id = record?.id ?? '';
    expect(await cli.run('token list')).toBe(0);
    expect(cli.said.out).toMatch(
      new RegExp(`${id}  administrator +2026-01-01  2026-04-01 .*dispatch`),
    );
    expect(await cli.run(`token revoke ${id}`)).toBe(0);
    expect(await cli.run(`token revoke ${id}`)).toBe(1);
    expect(cli.said.err).toContain(`There is no token ${id} that could be revoked.`);
  });
});

describe('progress', () => {
  test('is one line at the end when nobody watches', async () => {
    const cli = cliDesk();
    await cli.run('rebuild');
    expect(cli.said).toEqual({ out: '', err: 'Rebuilding: 10/10\nThe views are rebuilt.\n' });
  });

  test('is one line for each step that starting takes', async () => {
    const cli = cliDesk();
    await cli.run('start --demo');
    expect(cli.said.err).toBe('Loading the demonstration: 2/2\nBuilding the views: 9/9\n');
  });

  test('is a bar on the screen when somebody does', async () => {
    const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const drawn = screen.setEncoding('utf8');
    const cli = cliDesk({}, { screen });
    expect(await cli.run('demo')).toBe(0);
    expect(cli.said.err).toBe('The demonstration is loaded.\n');
    expect(String(drawn.read())).toContain('Loading the demonstration');
  });
});

test.each([
  [{}, 'en'],
  [{ LANG: 'en_CA.UTF-8' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'en_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'fr_CA.UTF-8', JALON_LANG: 'en' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8', JALON_LANG: '' }, 'fr'],
  [{ LANG: 'fr_CA.UTF-8', JALON_LANG: 'auto' }, 'fr'],
] as const)('the environment %j speaks %s', (environment, language) => {
  expect(languageOf(environment)).toBe(language);
});
