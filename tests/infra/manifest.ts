/** Ports of a network policy, or of a container, a Service, a probe. */
export type Port = number | string;

/** Labels, or a selection by them. */
export type Labels = Record<string, string>;

type SecretKey = { name: string; key: string; optional?: boolean };

/** A container; what a mistake may have left out is optional. */
export type Container = {
  name: string;
  image?: string;
  args?: string[];
  envFrom?: { configMapRef: { name: string } }[];
  env?: { name: string; valueFrom?: { secretKeyRef: SecretKey } }[];
  ports?: { name: string; containerPort: number }[];
  resources?: { limits?: { cpu?: string; memory?: string } };
  securityContext?: {
    allowPrivilegeEscalation?: boolean;
    readOnlyRootFilesystem?: boolean;
    capabilities?: { drop?: string[] };
  };
  volumeMounts?: { name: string; mountPath: string }[];
} & {
  [probe in 'startupProbe' | 'livenessProbe' | 'readinessProbe']?: {
    httpGet: { path: string; port: Port };
  };
};

/** A volume of a pod. */
export type Volume = {
  name: string;
  secret?: { secretName: string; items?: { key: string; path: string }[] };
  emptyDir?: { sizeLimit?: string };
};

/** What a pod is made of. */
export type PodTemplate = {
  metadata: { labels: Labels };
  spec: {
    automountServiceAccountToken?: boolean;
    terminationGracePeriodSeconds?: number;
    securityContext?: {
      runAsNonRoot?: boolean;
      runAsUser?: number;
      seccompProfile?: { type: string };
    };
    containers: Container[];
    volumes?: Volume[];
  };
};

type Rule = { ports?: { protocol: string; port: Port }[] };

/** Any manifest; its kind tells which parts it has. */
export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Labels; annotations?: Record<string, string> };
  data?: Record<string, string>;
  stringData?: Record<string, string>;
  spec?: {
    replicas?: number;
    maxUnavailable?: number;
    strategy?: { rollingUpdate?: { maxUnavailable?: number } };
    selector?: { matchLabels?: Labels } & Record<string, unknown>;
    template?: PodTemplate;
    podSelector?: { matchLabels?: Labels };
    policyTypes?: string[];
    ingress?: Rule[];
    egress?: Rule[];
    ports?: { name: string; port: Port; targetPort: Port }[];
    rules?: {
      http: { paths: { path: string; backend: { service: { name: string; port: object } } }[] };
    }[];
  };
};

/** Manifests of a kind. */
export const ofKind = (manifests: readonly Manifest[], kind: string): readonly Manifest[] =>
  manifests.filter((manifest) => manifest.kind === kind);

/** Whether every label that is asked for is there. */
export const isSelected = (asked: Labels = {}, labels: Labels = {}): boolean =>
  Object.entries(asked).every(([name, value]) => labels[name] === value);
