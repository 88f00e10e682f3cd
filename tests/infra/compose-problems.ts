import { readConfiguration, variableOf } from '../../src/main/configuration.js';
import { settings, type SettingName } from '../../src/main/settings.js';
import {
  environmentOf,
  listeningPort,
  targetOf,
  type ComposeFile,
  type Mount,
  type Service,
} from './compose-file.js';
import { isPinned } from './infra-files.js';

type Named = readonly [name: string, service: Service];

const settingNames = new Set((Object.keys(settings) as SettingName[]).map(variableOf));

const unless = (holds: unknown, problem: string): readonly string[] => (holds ? [] : [problem]);

/** What a container may do is as little as it needs, and bounded. */
const confinementProblems = ([name, service]: Named): readonly string[] =>
  [
    ...unless(isPinned(service.image), `image ${service.image} is not pinned`),
    ...unless(/^[1-9]\d*:[1-9]\d*$/.test(service.user ?? ''), `user ${service.user}`),
    ...unless(service.read_only, 'its root file system can be written'),
    ...unless(service.cap_drop?.includes('ALL'), 'keeps capabilities'),
    ...unless(service.security_opt?.includes('no-new-privileges:true'), 'may gain privileges'),
    ...unless(!service.privileged, 'is privileged'),
    ...unless(service.mem_limit && service.cpus, 'has no limits'),
    ...unless(service.logging?.options?.['max-size'], 'its output grows without end'),
    ...unless(
      service.tmpfs?.every((folder) => /[:,]size=\d+m\b/.test(folder)) ?? true,
      'a folder in its memory has no limit',
    ),
  ].map((problem) => `${name}: ${problem}`);

/** Whether somebody who is waited for will ever be as is waited for. */
function comesTrue({ profiles, restart, healthcheck }: Service, condition: string): boolean {
  if (profiles !== undefined) return false;
  if (condition === 'service_healthy') return healthcheck !== undefined;
  return (condition === 'service_completed_successfully') === (restart === 'no');
}

const dependencyProblems = (
  { services }: ComposeFile,
  [name, { depends_on: awaited = {} }]: Named,
): readonly string[] =>
  Object.entries(awaited).flatMap(([other, { condition }]) => {
    const service = services[other];
    return unless(
      service !== undefined && comesTrue(service, condition),
      `${name}: ${other} never is ${condition}`,
    );
  });

const sourceOf = (mount: Mount): string =>
  typeof mount === 'string' ? (mount.split(':')[0] ?? '') : mount.source;

/** Folders, volumes and networks that a service names and nobody declares. */
function referenceProblems(
  compose: ComposeFile,
  [name, { volumes = [], networks = [] }]: Named,
  exists: (path: string) => boolean,
): readonly string[] {
  const isThere = (source: string): boolean =>
    source.startsWith('.') ? exists(source) : source in compose.volumes;
  return [
    ...volumes.map(sourceOf).filter((source) => !isThere(source)),
    ...networks.filter((network) => !(network in compose.networks)),
  ].map((missing) => `${name}: ${missing} is not there`);
}

/** Folders that an image writes to, by the beginning of its name. */
const writtenBy: Readonly<Record<string, readonly string[]>> = {
  'eventstore/eventstore:': ['/tmp', '/var/lib/eventstore', '/var/log/eventstore'],
  'jalon:': ['/data', '/tmp'],
  'postgres:': ['/tmp', '/var/lib/postgresql', '/var/run/postgresql'],
  'prom/prometheus:': ['/prometheus'],
};

/** What a container reads and writes stands in a folder that it is given, as its own user. */
function folderProblems([name, service]: Named, haproxy: string): readonly string[] {
  const { image = '', user = '', volumes = [], tmpfs = [] } = service;
  const given = [...volumes.map(targetOf), ...tmpfs.map((folder) => folder.split(':')[0] ?? '')];
  const named = [...Object.values(environmentOf(service)), name === 'proxy' ? haproxy : ''];
  const certificates = named.flatMap((text) => text.match(/\/certificates\/[\w./-]+/g) ?? []);
  const written = Object.entries(writtenBy).flatMap(([start, folders]) =>
    image.startsWith(start) ? folders : [],
  );
  const isGiven = (path: string): boolean =>
    given.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const owners = tmpfs.flatMap((folder) => /uid=(\d+),gid=(\d+)/.exec(folder)?.slice(1) ?? []);
  return [
    ...[...certificates, ...written]
      .filter((path) => !isGiven(path))
      .map((path) => `${name}: ${path} is in no folder that it is given`),
    ...unless(
      owners.every((owner) => user.split(':').includes(owner)),
      `${name}: a folder in its memory belongs to somebody else`,
    ),
  ];
}

/** Members know each other under the names by which they are reached, and how many they are. */
function clusterProblems({ services }: ComposeFile): readonly string[] {
  const members = Object.entries(services).filter(([name]) => name.startsWith('eventstore-'));
  return members.flatMap(([name, service]) => {
    const told = environmentOf(service);
    const others = members.flatMap(([other]) => (other === name ? [] : [`${other}:2113`]));
    const expected = {
      EVENTSTORE_CLUSTER_SIZE: String(members.length),
      EVENTSTORE_GOSSIP_SEED: others.join(),
      EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
      EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS: name,
    };
    return Object.entries(expected).flatMap(([variable, value]) =>
      unless(told[variable] === value, `${name}: ${variable} is ${told[variable]}`),
    );
  });
}

/** The hub asks for the database, the user and the password that there are. */
function databaseProblems({ services }: ComposeFile, [name, hub]: Named): readonly string[] {
  const { DATABASE_URL = '' } = environmentOf(hub);
  const { postgres = {} } = services;
  const { POSTGRES_DB, POSTGRES_USER, POSTGRES_PASSWORD } = environmentOf(postgres);
  const expected = `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@postgres:5432/${POSTGRES_DB}`;
  return unless(DATABASE_URL === expected, `${name}: no such database`);
}

/** The hub reads every variable that it is given, and takes the value. */
function settingProblems([name, service]: Named): readonly string[] {
  const environment = environmentOf(service);
  const unknown = Object.keys(environment).filter((variable) => !settingNames.has(variable));
  const reading = readConfiguration(environment);
  const wrong = 'problems' in reading ? reading.problems.map(({ message }) => message.en) : [];
  return [...unknown.map((variable) => `${variable} is no setting`), ...wrong].map(
    (problem) => `${name}: ${problem}`,
  );
}

/** Who is given a mail server, or a provider of identities, has a way to the outside. */
function outwardProblems(
  { networks: known }: ComposeFile,
  [name, { environment = {}, networks = [], restart }]: Named,
): readonly string[] {
  const isOpen = networks.some((network) => known[network]?.internal !== true);
  const outward = ['JALON_SMTP_URL', 'JALON_OIDC_ISSUER'].filter((each) => each in environment);
  // What runs once and ends, the migration, is given all settings and asks nobody outside.
  if (isOpen || restart === 'no') return [];
  return outward.map((variable) => `${name}: no network leads to ${variable}`);
}

/** Blanks of the file that the example of its environment does not name. */
const blankProblems = (text: string, example: string): readonly string[] =>
  [...new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name = '']) => name))]
    .filter((name) => !new RegExp(`^${name}=`, 'm').test(example))
    .map((name) => `${name} is not in example.env`);

/** Everything that is wrong with a compose file in itself. */
export function composeProblems(
  compose: ComposeFile,
  around: {
    readonly text: string;
    readonly example: string;
    readonly haproxy: string;
    readonly exists: (path: string) => boolean;
  },
): readonly string[] {
  const services = Object.entries(compose.services);
  const hubs = services.filter(([, { image = '' }]) => image.startsWith('jalon:'));
  return [
    ...services.flatMap(confinementProblems),
    ...services.flatMap((service) => dependencyProblems(compose, service)),
    ...services.flatMap((service) => referenceProblems(compose, service, around.exists)),
    ...services.flatMap((service) => folderProblems(service, around.haproxy)),
    ...clusterProblems(compose),
    ...hubs.flatMap((hub) => databaseProblems(compose, hub)),
    ...hubs.flatMap(settingProblems),
    ...hubs.flatMap((hub) => outwardProblems(compose, hub)),
    ...blankProblems(around.text, around.example),
  ];
}

/** Addresses `host:port` on which nobody listens, or to which no network of the asker leads. */
export function addressProblems(
  compose: ComposeFile,
  asker: string,
  addresses: readonly string[],
  haproxy: string,
): readonly string[] {
  return addresses.flatMap((address) => {
    const [named = '', port] = address.split(':');
    const host = named === 'localhost' ? asker : named;
    if (listeningPort(compose, host, haproxy) !== port)
      return [`${asker}: nobody listens on ${address}`];
    const shared = compose.services[asker]?.networks?.some((network) =>
      compose.services[host]?.networks?.includes(network),
    );
    return unless(shared, `${asker}: no network leads to ${address}`);
  });
}
