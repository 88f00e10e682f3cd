import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultHttpLimits } from '../../src/adapters/http/http-limits.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { projectFiles, root } from '../architecture/source-files.js';
import { documentsOf, infraDocument, infraText, withMistake } from './infra-files.js';
import { kubernetesProblems, podsOf, portsOf } from './kubernetes-problems.js';
import { ofKind, type Container, type Manifest, type PodTemplate } from './manifest.js';
import { runningHub, type RunningHub } from './running-hub.js';
import { schemaProblems } from './schema-problems.js';

const files = readdirSync(join(root, 'infra/kubernetes')).filter(
  (name) => name.endsWith('.yaml') && name !== 'kustomization.yaml',
);
const manifests = files.flatMap((name) => documentsOf<Manifest>(infraText(`kubernetes/${name}`)));

/** Beginnings of every address that the hub's sources name. */
const addresses = projectFiles
  .filter(({ path }) => /^src\/adapters\/http\/(?!start-page)[\w-]+\.ts$/.test(path))
  .flatMap(({ text }) => [
    ...text.matchAll(/(?:\.(?:get|post)\(|url: |serveText\(app, )\s*['`](\/[\w.]*)/g),
  ])
  .map(([, path = '']) => path);

const deploymentIn = (all: readonly Manifest[]) => ofKind(all, 'Deployment')[0] as Manifest;
const podIn = (all: readonly Manifest[]) => deploymentIn(all).spec?.template as PodTemplate;
const hubIn = (all: readonly Manifest[]) => podIn(all).spec.containers[0] as Container;

describe('the manifests', () => {
  let running: RunningHub;
  beforeAll(async () => {
    running = await runningHub();
  });
  afterAll(() => running.stop());

  test('are valid by the published schemas, and have no key that these do not know', () => {
    expect(manifests.flatMap(schemaProblems)).toEqual([]);
  });

  test('confine every pod and agree among themselves', () => {
    expect(kubernetesProblems(manifests)).toEqual([]);
    expect(podsOf(manifests).map(([name]) => name)).toEqual(['jalon', 'jalon-migrate']);
  });

  test('are all applied, but the Secret, which is not here, and what has to be done before', () => {
    const { resources } = infraDocument<{ resources: string[] }>('kubernetes/kustomization.yaml');
    const others = ['migration-job.yaml', 'secret.example.yaml'];
    expect([...resources, ...others].toSorted()).toEqual(files.toSorted());
    expect(infraText('.gitignore').split('\n')).toContain('kubernetes/secret.yaml');
  });

  test('probe and open only addresses that the hub has', async () => {
    const { startupProbe, livenessProbe, readinessProbe } = hubIn(manifests);
    for (const probe of [startupProbe, livenessProbe, readinessProbe])
      expect(await running.status(probe?.httpGet.path ?? '')).toBe(200);
    const [ingress] = ofKind(manifests, 'Ingress');
    const paths = ingress?.spec?.rules?.flatMap(({ http }) => http.paths.map(({ path }) => path));
    const closed = ['/graphiql', '/metrics', '/readyz'];
    expect(new Set(paths)).toEqual(new Set(addresses.filter((path) => !closed.includes(path))));
    for (const path of paths ?? []) {
      const method = path === '/imports' ? 'POST' : 'GET';
      const asked = path === '/calendar' ? '/calendar/1.ics' : path;
      const found = await running.reason(asked, method);
      expect([path, found]).not.toEqual([path, 'path-unknown']);
    }
    expect(await running.reason('/nothing')).toBe('path-unknown');
  });

  test('let pods out to names, stores, the provider and mail, the migration less far', () => {
    const stores = ['UDP 53', 'TCP 53', 'TCP 2113', 'TCP 5432'];
    const ways = podsOf(manifests).map(([name, pod]) => [
      name,
      portsOf(manifests, pod, 'ingress'),
      portsOf(manifests, pod, 'egress'),
    ]);
    expect(ways).toEqual([
      ['jalon', ['TCP 4000'], [...stores, 'TCP 443', 'TCP 465', 'TCP 587']],
      ['jalon-migrate', [], stores],
    ]);
  });

  test('pass on subscriptions as they come, and whole files', () => {
    const { annotations = {} } = ofKind(manifests, 'Ingress')[0]?.metadata ?? {};
    const said = (name: string) => annotations[`nginx.ingress.kubernetes.io/${name}`] ?? '';
    const reading = readConfiguration({});
    if ('problems' in reading) throw new Error('the defaults are refused');
    const { importUploadBytesMax: bytes } = reading.configuration;
    expect(said('proxy-buffering')).toBe('off');
    expect(parseInt(said('proxy-read-timeout'), 10)).toBeGreaterThan(60);
    expect(parseInt(said('proxy-body-size'), 10) * 1_048_576).toBeGreaterThan(bytes);
  });

  test('give a node the time that it needs to stop, and never take the last one away', () => {
    const { spec } = deploymentIn(manifests);
    const [settings] = ofKind(manifests, 'ConfigMap');
    const noticeMs = parseInt(settings?.data?.['JALON_STOP_NOTICE_MS'] ?? '', 10) * 1_000;
    const grace = podIn(manifests).spec.terminationGracePeriodSeconds ?? 0;
    expect(grace * 1_000).toBeGreaterThan(noticeMs + defaultHttpLimits.drainMsMax + 10_000);
    expect(spec?.replicas).toBe(2);
    expect(spec?.strategy?.rollingUpdate?.maxUnavailable).toBe(0);
  });

  test('do without a mail server where the Secret names none', () => {
    const without = withMistake([...manifests], (all) => {
      delete ofKind(all, 'Secret')[0]?.stringData?.['JALON_SMTP_URL'];
    });
    expect(kubernetesProblems(without)).toEqual([]);
  });

  test('run the image that the compose file and the Dockerfile name, as its user', () => {
    const images = podsOf(manifests).flatMap(([, { spec }]) => spec.containers.map((c) => c.image));
    const compose = infraDocument<Record<'x-hub', { image: string; user: string }>>('compose.yaml');
    expect(new Set(images)).toEqual(new Set([compose['x-hub'].image]));
    const user = podIn(manifests).spec.securityContext?.runAsUser;
    expect(infraText('Dockerfile')).toContain(`\nUSER ${user}:${user}\n`);
    expect(compose['x-hub'].user).toBe(`${user}:${user}`);
  });

  test.each<[string, (all: Manifest[]) => void, string]>([
    [
      'a key that is misspelt',
      (all) => Object.assign(hubIn(all), { imagePulPolicy: 'Always' }),
      'imagePulPolicy is not known',
    ],
    [
      'a value of the wrong type',
      (all) => Object.assign(deploymentIn(all).spec ?? {}, { replicas: 'two' }),
      'replicas must be integer',
    ],
    [
      'a kind of another time',
      (all) => (deploymentIn(all).apiVersion = 'extensions/v1beta1'),
      'no schema of extensions/v1beta1 Deployment',
    ],
  ])('with %s are refused by their schema', (_, plant, problem) => {
    const planted = withMistake([...manifests], plant);
    expect(planted.flatMap(schemaProblems).join('\n')).toContain(problem);
  });

  test.each<[string, (all: Manifest[]) => void, string]>([
    ['an image of no version', (all) => (hubIn(all).image = 'jalon'), 'is not pinned'],
    ['no limits', (all) => delete hubIn(all).resources, 'has no limits'],
    [
      'a root that can be written',
      (all) => delete hubIn(all).securityContext?.readOnlyRootFilesystem,
      'its root can be written',
    ],
    [
      'privileges to gain',
      (all) => delete hubIn(all).securityContext?.allowPrivilegeEscalation,
      'may gain privileges',
    ],
    [
      'capabilities',
      (all) => delete hubIn(all).securityContext?.capabilities,
      'keeps capabilities',
    ],
    ['root', (all) => delete podIn(all).spec.securityContext?.runAsNonRoot, 'may be root'],
    [
      'any system call',
      (all) => delete podIn(all).spec.securityContext?.seccompProfile,
      'no seccomp profile',
    ],
    [
      'a token of the cluster',
      (all) => delete podIn(all).spec.automountServiceAccountToken,
      'holds a token',
    ],
    [
      'a volume without end',
      (all) => delete podIn(all).spec.volumes?.[0]?.emptyDir?.sizeLimit,
      'a volume has no limit',
    ],
    [
      'a setting that is none',
      (all) => Object.assign(ofKind(all, 'ConfigMap')[0]?.data ?? {}, { JALON_HOSTS: 'x' }),
      'JALON_HOSTS is no setting',
    ],
    [
      'a value that is refused',
      (all) => Object.assign(ofKind(all, 'ConfigMap')[0]?.data ?? {}, { JALON_PORT: '70000' }),
      'JALON_PORT "70000" must be',
    ],
    [
      'a ConfigMap that is not there',
      (all) => (hubIn(all).envFrom = [{ configMapRef: { name: 'jalons' } }]),
      'jalons is not there',
    ],
    [
      'a key that no Secret has',
      (all) => delete ofKind(all, 'Secret')[0]?.stringData?.['ESDB_URL'],
      'jalon/ESDB_URL is not there',
    ],
    [
      'a certificate that no Secret has',
      (all) => delete ofKind(all, 'Secret')[0]?.stringData?.['postgres-ca.crt'],
      'postgres-ca.crt is not there',
    ],
    [
      'a certificate that is not mounted',
      (all) => hubIn(all).volumeMounts?.pop(),
      '/certificates/eventstore-ca.crt is not mounted',
    ],
    [
      'a volume that is not there',
      (all) => podIn(all).spec.volumes?.shift(),
      'volume data is not there',
    ],
    [
      'a probe of no port',
      (all) => (hubIn(all).ports = [{ name: 'web', containerPort: 4_000 }]),
      'port http of a probe is not there',
    ],
    [
      'a Service to nowhere',
      (all) => Object.assign(ofKind(all, 'Service')[0]?.spec?.selector ?? {}, { none: 'x' }),
      'Service jalon: leads to 0 kinds',
    ],
    [
      'an Ingress to nowhere',
      (all) => ((ofKind(all, 'Service')[0] as Manifest).metadata.name = 'hub'),
      'Ingress: Service jalon is not there',
    ],
    [
      'a budget of nothing',
      (all) =>
        Object.assign(ofKind(all, 'PodDisruptionBudget')[0]?.spec?.selector?.matchLabels ?? {}, {
          none: 'x',
        }),
      'counts nothing',
    ],
    [
      'a budget that lets nobody go',
      (all) =>
        Object.assign(ofKind(all, 'PodDisruptionBudget')[0]?.spec ?? {}, { maxUnavailable: 0 }),
      'lets none go, or all',
    ],
    [
      'no folder for its data',
      (all) => hubIn(all).volumeMounts?.shift(),
      'jalon: /data cannot be written',
    ],
    [
      'an open network',
      (all) =>
        all.splice(
          all.findIndex(({ metadata }) => metadata.name === 'default-deny'),
          1,
        ),
      'Egress is open',
    ],
    [
      'a port that nobody may reach',
      (all) => ((hubIn(all).ports ?? [])[0] = { name: 'http', containerPort: 5_000 }),
      'no way from TCP 5000',
    ],
    [
      'a store that may not be reached',
      (all) => {
        const { stringData = {} } = ofKind(all, 'Secret')[0] as Manifest;
        stringData['DATABASE_URL'] = 'postgres://jalon:x@postgres.databases.svc:6432/jalon';
      },
      'no way to TCP 6432',
    ],
    [
      'a mail server that may not be reached',
      (all) => {
        const { stringData = {} } = ofKind(all, 'Secret')[0] as Manifest;
        stringData['JALON_SMTP_URL'] = 'smtp://jalon:x@smtp.example.org:2525';
      },
      'no way to TCP 2525',
    ],
    [
      'a mail server closed off',
      (all) =>
        all.splice(
          all.findIndex(({ metadata }) => metadata.name === 'hub-reaches-mail'),
          1,
        ),
      'no way to TCP 465',
    ],
    [
      'mail from nobody',
      (all) => delete ofKind(all, 'ConfigMap')[0]?.data?.['JALON_MAIL_FROM'],
      'JALON_MAIL_FROM must be set',
    ],
  ])('with %s are refused', (_, plant, problem) => {
    const planted = withMistake([...manifests], plant);
    expect(kubernetesProblems(planted).join('\n')).toContain(problem);
  });
});
