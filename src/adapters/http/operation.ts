import type { RequestFacts } from './api.js';

/** What a request turned out to ask for, for the log, the metrics and the response cache. */
export type Operation = {
  /** `none` until a document was understood, and for addresses without operations. */
  type: 'query' | 'mutation' | 'subscription' | 'none';
  name: string | null;
  /** Whether the answer holds errors. */
  failed: boolean;
  cache: 'hit' | 'miss' | 'none';
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for the GraphQL addresses, before the body is read. */
    facts: RequestFacts;
    operation: Operation;
  }
}

/** A request that nobody has looked at yet. */
export const unknownOperation = (): Operation => ({
  type: 'none',
  name: null,
  failed: false,
  cache: 'none',
});

const carried = Symbol('operation');

/** Lets a context carry the record that the Apollo plugin writes; Apollo copies symbols along. */
export const carryOperation = <C extends object>(context: C, operation: Operation): C =>
  Object.assign(context, { [carried]: operation });

/** The record that a context carries. */
export const operationOf = (context: object): Operation =>
  (context as { readonly [carried]?: Operation })[carried] ?? unknownOperation();
