import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { stringify } from 'yaml';
import { defaultHttpLimits } from '../../src/adapters/http/http-limits.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { root } from '../architecture/source-files.js';
import { environmentOf, type ComposeFile, type Service } from './compose-file.js';
import { addressProblems, composeProblems } from './compose-problems.js';
import { infraDocument, infraText, withMistake } from './infra-files.js';
import { scrapedAddresses, type PrometheusFile } from './prometheus-problems.js';
import { runningHub, type RunningHub } from './running-hub.js';

const compose = infraDocument<ComposeFile>('compose.yaml');
const haproxy = infraText('haproxy.cfg');
/** The folders that the service `certificates` makes. */
const made = new Set(['', '/trust', '/node1', '/node2', '/node3', '/proxy']);
const around = {
  text: infraText('compose.yaml'),
  example: infraText('example.env'),
  haproxy,
  exists: (path: string) =>
    path.startsWith('./certificates')
      ? made.has(path.slice('./certificates'.length))
      : existsSync(join(root, 'infra', path)),
};

const upstreams = (proxy: string): readonly string[] =>
  [...proxy.matchAll(/^ +server \S+ (\S+)$/gm)].map(([, address = '']) => address);

const seconds = (name: string, text: string): number =>
  Number(new RegExp(`timeout ${name} +(\\d+)s`).exec(text)?.[1]);

type Linted = { readonly messages: readonly Record<'type' | 'rule' | 'message', string>[] };

/** What the published schema of compose files, and the linter's rules of kind error, say. */
function lint(file: ComposeFile): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-compose-'));
  const path = join(folder, 'compose.yaml');
  writeFileSync(path, stringify(file, { aliasDuplicateObjects: false }));
  try {
    const quiet = { rules: {}, quiet: true, debug: false, exclude: [] };
    const results: readonly Linted[] = new DCLinter(quiet).lintFiles([path], false);
    return results
      .flatMap(({ messages }) => messages)
      .filter(({ type }) => type === 'error')
      .map(({ rule, message }) => `${rule}: ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the compose file', () => {
  let running: RunningHub;
  beforeAll(async () => {
    running = await runningHub();
  });
  afterAll(() => running.stop());

  test('is valid by the published schema', () => {
    expect(lint(compose)).toEqual([]);
  });

  test('confines every container and refers only to what is there', () => {
    expect(composeProblems(compose, around)).toEqual([]);
    expect(Object.keys(compose.services)).toHaveLength(11);
  });

  test('lets the proxy and Prometheus ask where somebody listens', () => {
    const scraped = scrapedAddresses(infraDocument<PrometheusFile>('prometheus/prometheus.yml'));
    expect(upstreams(haproxy)).toEqual(['hub-1:4000', 'hub-2:4000']);
    expect(addressProblems(compose, 'proxy', upstreams(haproxy), haproxy)).toEqual([]);
    expect(addressProblems(compose, 'prometheus', scraped, haproxy)).toEqual([]);
    const { ports } = compose.services['proxy'] as Service;
    expect(ports).toEqual(['0.0.0.0:443:8443']);
  });

  test('lets the hub reach the log and the database that it is given', () => {
    const { ESDB_URL = '', DATABASE_URL = '' } = environmentOf(compose.services['hub-1'] ?? {});
    const addresses = [...`${ESDB_URL} ${DATABASE_URL}`.matchAll(/[\w-]+:\d{4}/g)].map(String);
    expect(addresses).toHaveLength(4);
    expect(addressProblems(compose, 'hub-1', addresses, haproxy)).toEqual([]);
    expect(compose.networks['inside']?.internal).toBe(true);
  });

  test('writes to people once a mail server and a sender are filled in, and not before', () => {
    const { environment = {} } = compose.services['hub-1'] as Service;
    const filled = {
      SMTP_URL: 'smtps://jalon:secret@smtp.example.org',
      MAIL_FROM: 'Jalon <jalon@example.org>',
      MAIL_DIGEST_HOUR: '6',
    };
    const read = (blanks: Readonly<Record<string, string>>) => {
      const given = Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{(\w+):-\}/g, (_, blank: string) => blanks[blank] ?? ''),
      ]);
      const set = environmentOf({ environment: Object.fromEntries(given) });
      const reading = readConfiguration(set);
      if ('problems' in reading) return reading.problems.map(({ message }) => message.en);
      const { smtpUrl, mailFrom, mailDigestHour } = reading.configuration;
      return { smtpUrl, mailFrom, mailDigestHour };
    };
    expect(read(filled)).toEqual({
      smtpUrl: filled.SMTP_URL,
      mailFrom: filled.MAIL_FROM,
      mailDigestHour: 6,
    });
    expect(read({})).toEqual({ smtpUrl: undefined, mailFrom: undefined, mailDigestHour: 7 });
    expect(read({ SMTP_URL: filled.SMTP_URL })).toEqual([expect.stringContaining('MAIL_FROM')]);
    expect(around.example).toContain('\nSMTP_URL=\n');
  });

  test('asks only addresses that the hub has', async () => {
    const asked = [
      ...haproxy.matchAll(/httpchk GET (\S+)/g),
      ...JSON.stringify(compose.services['hub-1']?.healthcheck).matchAll(/:4000(\/\w+)/g),
      ...infraText('Dockerfile').matchAll(/JALON_PORT\}(\/\w+)`/g),
      ...infraText('prometheus/prometheus.yml').matchAll(/proxy:8443(\/\w+)/g),
    ].map(([, path = '']) => path);
    expect(asked).toHaveLength(4);
    for (const path of asked) expect([path, await running.status(path)]).toEqual([path, 200]);
    expect(await running.status('/readyzz')).toBe(404);
  });

  test('hides from the outside what is for operators, however it is spelt', () => {
    const [, , paths = ''] = /status 404 if \{ path,(url_dec) ([^}]+) \}/.exec(haproxy) ?? [];
    expect(paths.split(' ')).toEqual(['/metrics', '/readyz']);
  });

  test('waits longer for a node than the node drains, and keeps connections less long', () => {
    const { answerMsMax, drainMsMax, keepAliveMsMax, logMsMax } = defaultHttpLimits;
    const grace = parseInt(compose.services['hub-1']?.stop_grace_period ?? '', 10);
    const { JALON_STOP_NOTICE_MS = '' } = environmentOf(compose.services['hub-1'] ?? {});
    const noticeMs = parseInt(JALON_STOP_NOTICE_MS, 10) * 1_000;
    const checkedEvery = Number(/check inter (\d+)s fall 1 /.exec(haproxy)?.[1]);
    expect(noticeMs).toBeGreaterThan(2 * checkedEvery * 1_000);
    expect(seconds('check', haproxy) * 1_000).toBeGreaterThan(logMsMax);
    expect(grace * 1_000).toBeGreaterThan(noticeMs + drainMsMax + 10_000);
    expect(seconds('http-keep-alive', haproxy) * 1_000).toBeLessThan(keepAliveMsMax);
    expect(seconds('server', haproxy) * 1_000).toBeGreaterThan(answerMsMax);
  });

  const hub1 = ({ services }: ComposeFile) => services['hub-1'] as Service;
  test.each<[string, (copy: ComposeFile) => void, string]>([
    ['an unknown key', (copy) => Object.assign(hub1(copy), { tmpfss: [] }), 'invalid-schema'],
    ['a wrong type', (copy) => Object.assign(hub1(copy), { ports: 5 }), 'invalid-schema'],
    [
      'a port open to everyone by mistake',
      (copy) => (hub1(copy).ports = ['4000:4000']),
      'no-unbound-port-interfaces',
    ],
  ])('with %s is refused by its schema', (_, plant, problem) => {
    expect(lint(withMistake(compose, plant)).join('\n')).toContain(problem);
  });

  test.each<[string, (service: Service, copy: ComposeFile) => void, string]>([
    ['an image of no version', (hub) => (hub.image = 'jalon:latest'), 'is not pinned'],
    ['root', (hub) => (hub.user = '0:0'), 'user 0:0'],
    ['no user', (hub) => delete hub.user, 'user undefined'],
    ['a root that can be written', (hub) => delete hub.read_only, 'can be written'],
    ['capabilities', (hub) => delete hub.cap_drop, 'keeps capabilities'],
    ['new privileges', (hub) => (hub.security_opt = []), 'may gain privileges'],
    ['all privileges', (hub) => (hub.privileged = true), 'is privileged'],
    ['no limit of memory', (hub) => delete hub.mem_limit, 'has no limits'],
    ['a folder in memory without end', (hub) => hub.tmpfs?.push('/var'), 'in its memory has no'],
    ['endless output', (hub) => delete hub.logging, 'grows without end'],
    [
      'a wait for nobody',
      (hub) => (hub.depends_on = { gone: { condition: 'service_started' } }),
      'gone never is service_started',
    ],
    [
      'a wait for health that nobody checks',
      (hub) => (hub.depends_on = { proxy: { condition: 'service_healthy' } }),
      'proxy never is service_healthy',
    ],
    ['a volume that is not there', (hub) => hub.volumes?.push('lost:/lost'), 'lost is not there'],
    ['a file that is not there', (hub) => hub.volumes?.push('./lost:/lost'), './lost is not there'],
    ['no way out to its mail', (hub) => (hub.networks = ['inside']), 'leads to JALON_SMTP_URL'],
    ['a network that is not there', (hub) => hub.networks?.push('lost'), 'lost is not there'],
    [
      'a setting that is none',
      (hub) => Object.assign(hub.environment ?? {}, { JALON_PROT: '1' }),
      'JALON_PROT is no setting',
    ],
    [
      'a value that is refused',
      (hub) => Object.assign(hub.environment ?? {}, { JALON_READ_MODELS: 'postgresql' }),
      'JALON_READ_MODELS "postgresql" must be one of',
    ],
    [
      'a setting that lacks another',
      (hub) => delete hub.environment?.['DATABASE_URL'],
      'needs DATABASE_URL',
    ],
  ])('with %s is refused', (_, plant, problem) => {
    const planted = withMistake(compose, (copy) => plant(hub1(copy), copy));
    expect(composeProblems(planted, around).join('\n')).toContain(problem);
  });

  const of = ({ services }: ComposeFile, name: string) => services[name] as Service;
  const set = (service: Service, variable: string, value: string) =>
    Object.assign(service.environment ?? {}, { [variable]: value });
  test.each<[string, (copy: ComposeFile) => void, string]>([
    [
      'a certificate that nobody mounts',
      (copy) => (of(copy, 'proxy').volumes = []),
      'proxy: /certificates/proxy/node.crt is in no folder',
    ],
    [
      'nowhere to keep the views',
      (copy) => (of(copy, 'postgres').volumes = []),
      'postgres: /var/lib/postgresql is in no folder',
    ],
    [
      'folders of another user',
      (copy) => (of(copy, 'postgres').user = '70:70'),
      'postgres: a folder in its memory belongs to somebody else',
    ],
    [
      'two members of one name',
      (copy) => set(of(copy, 'eventstore-2'), 'EVENTSTORE_NODE_HOST_ADVERTISE_AS', 'eventstore-1'),
      'eventstore-2: EVENTSTORE_NODE_HOST_ADVERTISE_AS is eventstore-1',
    ],
    [
      'a member alone',
      (copy) => set(of(copy, 'eventstore-3'), 'EVENTSTORE_CLUSTER_SIZE', '1'),
      'eventstore-3: EVENTSTORE_CLUSTER_SIZE is 1',
    ],
    [
      'another database',
      (copy) => set(of(copy, 'postgres'), 'POSTGRES_DB', 'hub'),
      'hub-2: no such database',
    ],
  ])('with %s is refused', (_, plant, problem) => {
    const planted = withMistake(compose, plant);
    expect(composeProblems(planted, around).join('\n')).toContain(problem);
  });

  test('with a blank that the example does not name is refused', () => {
    const example = around.example.replace('ESDB_PASSWORD', 'PASSWORD');
    expect(composeProblems(compose, { ...around, example })).toEqual([
      'ESDB_PASSWORD is not in example.env',
    ]);
  });

  test('with an address where nobody listens, or where no network leads, is refused', () => {
    const ask = (file: ComposeFile, address: string) =>
      addressProblems(file, 'proxy', [address], haproxy).join();
    expect(ask(compose, 'hub-1:4001')).toContain('nobody listens on hub-1:4001');
    expect(ask(compose, 'hub-3:4000')).toContain('nobody listens on hub-3:4000');
    const cut = withMistake(compose, (copy) => (hub1(copy).networks = ['watch']));
    expect(ask(cut, 'hub-1:4000')).toContain('no network leads to hub-1:4000');
  });
});
