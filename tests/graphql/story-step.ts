import type { Payload } from './mutation-hub.js';

/** Ids that later steps name, by what they are of. */
export type Ids = Record<string, string>;

/** One command of the story, without its idempotency key. */
export type Step = {
  readonly mutation: string;
  readonly input: (ids: Ids) => object;
  readonly learn?: (payload: Payload, ids: Ids) => void;
};

/** Remembers the id of the entity a payload shows. */
export const learn =
  (name: string) =>
  (payload: Payload, ids: Ids): void => {
    const entities = Object.values(payload) as ({ id?: string } | null)[];
    ids[name] = entities.find((entity) => entity?.id !== undefined)?.id ?? '';
  };

/** Remembers the id of the newest part of the plan a payload shows. */
export const learnPart =
  (part: 'risks' | 'strategies' | 'roles' | 'committee', name: string) =>
  ({ plan }: Payload, ids: Ids): void => {
    const parts = (plan as Record<string, { id: string }[]>)[part] ?? [];
    ids[name] = parts.at(-1)?.id ?? '';
  };
