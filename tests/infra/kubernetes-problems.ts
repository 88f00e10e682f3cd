import { readConfiguration, variableOf } from '../../src/main/configuration.js';
import { settings, type SettingName } from '../../src/main/settings.js';
import { isPinned } from './infra-files.js';
import { isSelected, ofKind, type Container, type Manifest, type PodTemplate } from './manifest.js';

const settingNames = new Set((Object.keys(settings) as SettingName[]).map(variableOf));

const unless = (holds: unknown, problem: string): readonly string[] => (holds ? [] : [problem]);

const named = (manifests: readonly Manifest[], kind: string, name: string) =>
  ofKind(manifests, kind).find(({ metadata }) => metadata.name === name);

/** Pods that the manifests make, by the name of what makes them. */
export const podsOf = (
  manifests: readonly Manifest[],
): readonly (readonly [string, PodTemplate])[] =>
  manifests.flatMap(({ metadata, spec }) =>
    spec?.template === undefined ? [] : [[metadata.name, spec.template] as const],
  );

/** What a container may do is as little as it needs, and bounded. */
const containerConfinement = (container: Container): readonly string[] => [
  ...unless(isPinned(container.image), `image ${container.image} is not pinned`),
  ...unless(container.securityContext?.readOnlyRootFilesystem, 'its root can be written'),
  ...unless(container.securityContext?.allowPrivilegeEscalation === false, 'may gain privileges'),
  ...unless(container.securityContext?.capabilities?.drop?.includes('ALL'), 'keeps capabilities'),
  ...unless(container.resources?.limits?.cpu && container.resources.limits.memory, 'has no limits'),
];

const podConfinement = ({ spec }: PodTemplate): readonly string[] => [
  ...unless(spec.securityContext?.runAsNonRoot && spec.securityContext.runAsUser, 'may be root'),
  ...unless(spec.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'no seccomp profile'),
  ...unless(spec.automountServiceAccountToken === false, 'holds a token of the cluster'),
  ...unless(
    spec.volumes?.every(({ emptyDir }) => emptyDir === undefined || emptyDir.sizeLimit),
    'a volume has no limit',
  ),
  ...spec.containers.flatMap(containerConfinement),
];

/** What a container is started with, and what of it is nowhere. */
function startedWith(manifests: readonly Manifest[], { envFrom = [], env = [] }: Container) {
  const maps = envFrom.map(({ configMapRef: { name } }) => name);
  const lost = maps.filter((name) => named(manifests, 'ConfigMap', name) === undefined);
  const fromMaps = maps.map((name) => named(manifests, 'ConfigMap', name)?.data ?? {});
  const fromSecrets = env.flatMap(({ name, valueFrom }) => {
    const { name: secret = '', key = '', optional } = valueFrom?.secretKeyRef ?? {};
    const value = named(manifests, 'Secret', secret)?.stringData?.[key];
    if (value === undefined && !optional) lost.push(`${secret}/${key}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  const environment: Record<string, string> = Object.assign(
    {},
    ...fromMaps,
    Object.fromEntries(fromSecrets),
  );
  return { environment, lost: lost.map((name) => `${name} is not there`) };
}

/** The files that a pod's volumes hold, by their paths in a container. */
function filesIn(manifests: readonly Manifest[], pod: PodTemplate, container: Container) {
  const { volumes = [] } = pod.spec;
  const problems: string[] = [];
  const files = (container.volumeMounts ?? []).flatMap(({ name, mountPath }) => {
    const volume = volumes.find((each) => each.name === name);
    if (volume === undefined) problems.push(`volume ${name} is not there`);
    const { secretName = '', items = [] } = volume?.secret ?? {};
    const held = named(manifests, 'Secret', secretName)?.stringData ?? {};
    for (const { key } of items) if (!(key in held)) problems.push(`${key} is not there`);
    return items.map(({ path }) => `${mountPath}/${path}`);
  });
  return { files, problems };
}

/** The hub takes every setting, and finds the files that they name. */
function containerProblems(
  manifests: readonly Manifest[],
  pod: PodTemplate,
  container: Container,
): readonly string[] {
  const { environment, lost } = startedWith(manifests, container);
  const { files, problems } = filesIn(manifests, pod, container);
  const unknown = Object.keys(environment).filter((variable) => !settingNames.has(variable));
  const reading = readConfiguration(environment);
  const wrong = 'problems' in reading ? reading.problems.map(({ message }) => message.en) : [];
  const { JALON_DATA_DIR: data = '' } = environment;
  // The migration keeps nothing in files.
  const written = container.args?.includes('start') ? [data, '/tmp'] : ['/tmp'];
  const asked = Object.values(environment).flatMap((value) => [
    ...value.matchAll(/=(\/certificates\/[\w.-]+)/g),
  ]);
  return [
    ...lost,
    ...problems,
    ...unknown.map((variable) => `${variable} is no setting`),
    ...wrong,
    ...asked.flatMap(([, file = '']) => unless(files.includes(file), `${file} is not mounted`)),
    ...written.flatMap((path) =>
      unless(
        container.volumeMounts?.some(({ mountPath }) => mountPath === path),
        `${path} cannot be written`,
      ),
    ),
    ...Object.values({ ...container }).flatMap((value) => {
      const port = (value as { httpGet?: { port: unknown } } | undefined)?.httpGet?.port;
      const known = container.ports?.some(({ name }) => name === port);
      return unless(port === undefined || known, `port ${String(port)} of a probe is not there`);
    }),
  ];
}

/** Services lead to pods, the Ingress to Services, and the budget counts pods. */
function wiringProblems(manifests: readonly Manifest[]): readonly string[] {
  const pods = podsOf(manifests);
  const services = ofKind(manifests, 'Service').flatMap(({ metadata, spec }) => {
    const behind = pods.filter(([, pod]) =>
      isSelected(spec?.selector as Record<string, string>, pod.metadata.labels),
    );
    const ports = behind.flatMap(([, pod]) =>
      pod.spec.containers.flatMap((each) => each.ports ?? []),
    );
    return [
      ...unless(behind.length === 1, `Service ${metadata.name}: leads to ${behind.length} kinds`),
      ...(spec?.ports ?? []).flatMap(({ targetPort }) =>
        unless(
          ports.some(({ name }) => name === targetPort),
          `Service ${metadata.name}: port ${targetPort} is not there`,
        ),
      ),
    ];
  });
  const backends = ofKind(manifests, 'Ingress').flatMap(({ spec }) =>
    (spec?.rules ?? []).flatMap(({ http }) =>
      http.paths.map(({ backend }) => backend.service.name),
    ),
  );
  const budgets = ofKind(manifests, 'PodDisruptionBudget').flatMap(({ metadata, spec }) => {
    const counted = ofKind(manifests, 'Deployment').find(({ spec: { template } = {} }) =>
      isSelected(spec?.selector?.matchLabels, template?.metadata.labels),
    );
    const { maxUnavailable = 0 } = spec ?? {};
    const isSome = maxUnavailable > 0 && maxUnavailable < (counted?.spec?.replicas ?? 0);
    const name = `PodDisruptionBudget ${metadata.name}`;
    if (counted === undefined) return [`${name}: counts nothing`];
    return unless(isSome, `${name}: lets none go, or all`);
  });
  return [
    ...services,
    ...budgets,
    ...backends.flatMap((name) =>
      unless(named(manifests, 'Service', name), `Ingress: Service ${name} is not there`),
    ),
  ];
}

type Way = 'ingress' | 'egress';

/** Ports that network policies open for a pod, as `TCP 443`. */
export const portsOf = (
  manifests: readonly Manifest[],
  pod: PodTemplate,
  way: Way,
): readonly string[] =>
  ofKind(manifests, 'NetworkPolicy')
    .filter(({ spec }) => isSelected(spec?.podSelector?.matchLabels, pod.metadata.labels))
    .flatMap(({ spec }) => spec?.[way] ?? [])
    .flatMap(({ ports = [] }) => ports.map(({ protocol, port }) => `${protocol} ${port}`));

/** Ports of mail servers that an environment names; without one, as the protocol has it. */
function mailPorts({ JALON_SMTP_URL: url }: Readonly<Record<string, string>>): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { protocol, port } = new URL(url);
  return [`TCP ${port || (protocol === 'smtps:' ? 465 : 587)}`];
}

/** Everything is closed, and what a pod needs is open: its own ports, names, stores, mail. */
function networkProblems(manifests: readonly Manifest[]): readonly string[] {
  const isClosed = (type: string): boolean =>
    ofKind(manifests, 'NetworkPolicy').some(
      ({ spec }) =>
        Object.keys(spec?.podSelector ?? {}).length === 0 &&
        spec?.policyTypes?.includes(type) &&
        spec.ingress === undefined &&
        spec.egress === undefined,
    );
  return [
    ...['Ingress', 'Egress'].flatMap((type) => unless(isClosed(type), `${type} is open`)),
    ...podsOf(manifests).flatMap(([name, pod]) => {
      const { containers } = pod.spec;
      const inward = containers.flatMap(({ ports = [] }) =>
        ports.map(({ containerPort }) => `TCP ${containerPort}`),
      );
      const needed = containers.flatMap((container) => {
        const { environment } = startedWith(manifests, container);
        const stores = Object.values(environment).flatMap((value) =>
          [...value.matchAll(/[\w.]+\.svc:(\d+)/g)].map(([, port]) => `TCP ${port}`),
        );
        return [...stores, ...mailPorts(environment)];
      });
      const open = {
        ingress: portsOf(manifests, pod, 'ingress'),
        egress: portsOf(manifests, pod, 'egress'),
      };
      const closed = [
        ...inward.filter((port) => !open.ingress.includes(port)).map((port) => `from ${port}`),
        ...['UDP 53', 'TCP 53', ...needed]
          .filter((port) => !open.egress.includes(port))
          .map((port) => `to ${port}`),
      ];
      return [...new Set(closed)].map((port) => `${name}: no way ${port}`);
    }),
  ];
}

/** Everything that is wrong with manifests among themselves. */
export const kubernetesProblems = (manifests: readonly Manifest[]): readonly string[] => [
  ...podsOf(manifests).flatMap(([name, pod]) =>
    [
      ...podConfinement(pod),
      ...pod.spec.containers.flatMap((each) => containerProblems(manifests, pod, each)),
    ].map((problem) => `${name}: ${problem}`),
  ),
  ...wiringProblems(manifests),
  ...networkProblems(manifests),
];
