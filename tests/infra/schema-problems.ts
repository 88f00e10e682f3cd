import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import type { Manifest } from './manifest.js';

type Checked = { validate(): void };

const models = new Map<string, new (data: never) => Checked>(
  [
    ConfigMap,
    Deployment,
    Ingress,
    Job,
    Namespace,
    NetworkPolicy,
    PodDisruptionBudget,
    Secret,
    Service,
  ].map((model) => [`${model.apiVersion} ${model.kind}`, model]),
);

/** Shows a value to a validator and notes every place in it that is looked at. */
function watched(value: unknown, path: string, seen: Set<string>): unknown {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return inner;
      seen.add(`${path}/${key}`);
      return watched(inner, `${path}/${key}`, seen);
    },
  });
}

function placesIn(value: unknown, path = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}/${key}`,
    ...placesIn(inner, `${path}/${key}`),
  ]);
}

/**
 * What the published schema of a manifest's kind says against it. A validator looks at every
 * key that its schema knows, so a key that it never looked at is unknown.
 */
export function schemaProblems(manifest: Manifest): readonly string[] {
  const { apiVersion, kind, metadata } = manifest;
  const at = `${kind} ${metadata.name}`;
  const model = models.get(`${apiVersion} ${kind}`);
  if (model === undefined) return [`${at}: no schema of ${apiVersion} ${kind}`];
  const seen = new Set<string>();
  const made = new model(manifest as never);
  try {
    made.validate.call(watched(made, '', seen));
  } catch (error) {
    return [`${at}: ${(error as Error).message}`];
  }
  return placesIn(manifest)
    .filter((place) => !seen.has(place))
    .map((place) => `${at}: ${place} is not known`);
}
