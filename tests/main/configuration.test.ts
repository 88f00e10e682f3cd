import { describe, expect, test } from '@jest/globals';
import { defaultHttpLimits, type HttpLimits } from '../../src/adapters/http/http-limits.js';
import {
  configurationTable,
  readConfiguration,
  variableOf,
  type Configuration,
} from '../../src/main/configuration.js';
import { settings, type SettingName } from '../../src/main/settings.js';

const aClusterUrl = 'esdb://user:password@host:2113,host:2113?tls=true';

const names = Object.keys(settings) as readonly SettingName[];

function configurationOf(environment: Record<string, string>): Configuration {
  const reading = readConfiguration(environment);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.configuration;
}

function messagesOf(environment: Record<string, string>): readonly string[] {
  const reading = readConfiguration(environment);
  return 'problems' in reading ? reading.problems.map(({ message }) => message.en) : [];
}

describe('the configuration', () => {
  test('serves a single machine when nothing is set', () => {
    expect(configurationOf({ PATH: '/bin', HOME: '/tmp' })).toMatchObject({
      host: '127.0.0.1',
      port: 4_000,
      dataDir: './.jalon',
      eventLog: 'sqlite',
      readModels: 'sqlite',
      logLevel: 'info',
      corsOrigins: [],
    });
  });

  test('mail needs a server and a sender, and the server keeps its password to itself', () => {
    const smtp = { JALON_SMTP_URL: 'smtps://jalon:s3cret@mail.example.org' };
    expect(messagesOf(smtp)).toEqual(['JALON_MAIL_FROM must be set when JALON_SMTP_URL is.']);
    const from = { JALON_MAIL_FROM: 'Jalon <jalon@example.org>' };
    expect(configurationOf({ ...smtp, ...from })).toMatchObject({ mailDigestHour: 7 });
    const wrong = { ...from, JALON_SMTP_URL: 'https://jalon:s3cret@mail.example.org' };
    expect(messagesOf(wrong)).toEqual([
      'JALON_SMTP_URL must be a URL that begins with smtp:// or smtps://.',
    ]);
    const two = { ...smtp, JALON_MAIL_FROM: 'a@example.org\nBcc: b@example.org' };
    expect(messagesOf(two)[0]).toContain('JALON_MAIL_FROM');
  });

  test('has every limit of HTTP at its default', () => {
    const limits: HttpLimits = configurationOf({});
    expect(limits).toMatchObject(defaultHttpLimits);
  });

  test('every default can be typed and reads back as itself', () => {
    const typed = names.filter((name) => settings[name].defaultText !== '');
    const read = typed.map((name) => settings[name].schema.parse(settings[name].defaultText));
    expect(read).toEqual(typed.map((name) => settings[name].default));
    expect(typed.length).toBeGreaterThan(30);
  });

  test.each([
    ['JALON_PORT', '0', 'port', 0],
    ['JALON_BODY_BYTES_MAX', '128KiB', 'bodyBytesMax', 131_072],
    ['JALON_BODY_BYTES_MAX', '70000', 'bodyBytesMax', 70_000],
    ['JALON_POSITION_MS_MAX', '2s', 'positionMsMax', 2_000],
    ['JALON_POSITION_MS_MAX', '250', 'positionMsMax', 250],
    ['JALON_GRAPHIQL', 'false', 'graphiql', false],
    ['JALON_READ_MODELS', 'memory', 'readModels', 'memory'],
    ['ESDB_URL', 'esdb://a:b@localhost:2113', 'esdbUrl', 'esdb://a:b@localhost:2113'],
    ['ESDB_URL', aClusterUrl, 'esdbUrl', aClusterUrl],
    ['JALON_ESDB_MS_MAX', '5s', 'esdbMsMax', 5_000],
    ['JALON_HOST', '', 'host', '127.0.0.1'],
    [
      'JALON_CORS_ORIGINS',
      'https://example.org, http://localhost:5173',
      'corsOrigins',
      ['https://example.org', 'http://localhost:5173'],
    ],
    [
      'JALON_OIDC_ROLE_MAP',
      'planner=municipal-editor, cn=a=administrator',
      'oidcRoleMap',
      new Map([
        ['planner', 'municipal-editor'],
        ['cn=a', 'administrator'],
      ]),
    ],
  ])('%s %j is read', (variable, value, name, expected) => {
    expect(configurationOf({ [variable]: value })).toHaveProperty(name, expected);
  });

  test.each([
    ['JALON_PORT', '70000', 'JALON_PORT "70000" must be a whole number, from 0 to 65535.'],
    ['JALON_PORT', '4e3', 'JALON_PORT "4e3" must be a whole number, from 0 to 65535.'],
    ['JALON_TOKENS_MAX', '-1', 'JALON_TOKENS_MAX "-1" must be a whole number, at least 0.'],
    [
      'JALON_BODY_BYTES_MAX',
      '1 MB',
      'JALON_BODY_BYTES_MAX "1 MB" must be a size such as 65536, 64KiB or 1MiB, ' +
        'from 1KiB to 16MiB.',
    ],
    [
      'JALON_POSITION_MS_MAX',
      'soon',
      'JALON_POSITION_MS_MAX "soon" must be a duration such as 500ms, 30s, 5m, 12h or 90d, ' +
        'from 0 to 1m.',
    ],
    ['JALON_GRAPHIQL', 'yes', 'JALON_GRAPHIQL "yes" must be true or false.'],
    [
      'JALON_CORS_ORIGINS',
      'https://example.org/app',
      'JALON_CORS_ORIGINS "https://example.org/app" must be origins such as ' +
        'https://example.org, separated by commas.',
    ],
    [
      'JALON_EVENT_LOG',
      'postgres',
      'JALON_EVENT_LOG "postgres" must be one of sqlite, esdb, memory.',
    ],
    ['ESDB_URL', 'localhost', `ESDB_URL must be like ${aClusterUrl}.`],
    [
      'JALON_READ_MODELS',
      'postgres',
      'JALON_READ_MODELS "postgres" needs DATABASE_URL, the connection string of PostgreSQL.',
    ],
    ['JALON_PROT', '4000', 'JALON_PROT is no setting. Did you mean JALON_PORT?'],
    [
      'JALON_OIDC_ISSUER',
      'http://login.example.org',
      'JALON_OIDC_ISSUER "http://login.example.org" must be an https address; http on this ' +
        'machine alone.',
    ],
    [
      'JALON_OIDC_ISSUER',
      'https://login.example.org',
      'JALON_OIDC_AUDIENCE is missing: without it tokens for any other service would be accepted.',
    ],
    [
      'JALON_OIDC_AUDIENCE',
      'urn:jalon',
      'JALON_OIDC_ISSUER is missing: the other JALON_OIDC settings say nothing without it.',
    ],
    [
      'JALON_OIDC_ORGANIZATION_CLAIM',
      'bodies',
      'JALON_OIDC_ROLE_CLAIM and JALON_OIDC_ORGANIZATION_CLAIM are set together: a role is held ' +
        'in an organization.',
    ],
    [
      'JALON_LOCAL_TOKENS',
      'false',
      'JALON_LOCAL_TOKENS is false and JALON_OIDC_ISSUER is missing: nobody could sign in.',
    ],
    [
      'JALON_OIDC_ROLE_MAP',
      'planner=king',
      'JALON_OIDC_ROLE_MAP "planner=king" must be pairs such as planner=municipal-editor, ' +
        'separated by commas.',
    ],
    ['JALON_SOMETHING_ELSE_ENTIRELY', '1', 'JALON_SOMETHING_ELSE_ENTIRELY is no setting.'],
  ])('%s %j is refused with the rule it breaks', (variable, value, message) => {
    expect(messagesOf({ [variable]: value })).toEqual([message]);
  });

  test.each(['HS256', 'none', 'RS256,HS512'])('%s is no signature to be trusted', (algorithms) => {
    const [message] = messagesOf({ JALON_OIDC_ALGORITHMS: algorithms });
    expect(message).toMatch(/must be some of RS256, .+, Ed25519, separated by commas\.$/);
  });

  test('everything that is wrong is said at once', () => {
    expect(messagesOf({ JALON_PORT: 'x', JALON_LOG_LEVEL: 'loud', JALON_PROT: '1' })).toHaveLength(
      3,
    );
  });

  test('a secret is never echoed, and another value only in part', () => {
    const messages = messagesOf({ DATABASE_URL: 'hunter2', JALON_PORT: '9'.repeat(5_000) });
    expect(messages.join('')).not.toContain('hunter2');
    expect(messages.every((message) => message.length < 250)).toBe(true);
  });

  test.each([
    'hub:hunter2@db/jalon',
    'mysql://hub:hunter2@db/jalon',
    'postgres://hub:1/hunter2@db/jalon',
  ])('DATABASE_URL %s, which would be shown with its password, is refused', (url) => {
    expect(messagesOf({ DATABASE_URL: url })).toEqual([
      'DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
    ]);
  });

  test('every problem is said in French too', () => {
    const reading = readConfiguration({
      JALON_PORT: 'x',
      JALON_PROT: '1',
      JALON_EVENT_LOG: 'esdb',
    });
    const problems = 'problems' in reading ? reading.problems : [];
    expect(problems.map(({ message }) => message.fr)).toEqual([
      'JALON_PROT n’est pas un paramètre. Vouliez-vous dire JALON_PORT ?',
      'JALON_PORT "x" doit être un nombre entier, de 0 à 65535.',
      'ESDB_URL doit être définie si JALON_EVENT_LOG vaut esdb.',
      'JALON_READ_MODELS "sqlite" veut un journal en fichier; prenez une autre valeur pour esdb.',
    ]);
  });

  test('a log on a cluster needs its address, and views that are not in files', () => {
    const esdb = { JALON_EVENT_LOG: 'esdb', JALON_READ_MODELS: 'memory' };
    expect(messagesOf(esdb)).toEqual(['ESDB_URL must be set when JALON_EVENT_LOG is esdb.']);
    expect(messagesOf({ ...esdb, ESDB_URL: 'hunter2' })).toEqual([
      `ESDB_URL must be like ${aClusterUrl}.`,
    ]);
    expect(messagesOf({ ...esdb, ESDB_URL: aClusterUrl })).toEqual([]);
  });
});

describe('the table of settings', () => {
  test.each(['en', 'fr'] as const)('names every variable once in %s', (language) => {
    for (const format of ['text', 'markdown'] as const) {
      const table = configurationTable(format, language);
      const named = table.match(/^(?:\| `)?[A-Z][A-Z_]+(?=[ `])/gm) ?? [];
      expect(named.map((each) => each.replace('| `', '')).toSorted()).toEqual(
        names.map(variableOf).toSorted(),
      );
    }
  });

  test('shows default, meaning and rule of a setting', () => {
    expect(configurationTable('markdown', 'en')).toContain(
      '| `JALON_PORT` | `4000` | Port the server listens on; 0 takes a free one. | ' +
        'A whole number, from 0 to 65535. |',
    );
  });
});
