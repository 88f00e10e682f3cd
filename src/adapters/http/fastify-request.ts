import type { RequestFacts } from './api.js';
import type { Operation } from './operation.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for the GraphQL addresses, before the body is read. */
    facts: RequestFacts;
    /** What the request turned out to ask for. */
    operation: Operation;
  }
}
