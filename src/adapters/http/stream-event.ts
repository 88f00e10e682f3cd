import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Identity } from '../identity/identity.js';
import type { ApiContext } from './api.js';
import { authenticateHeaders } from './caller.js';
import { problemAnswer } from './http-problem.js';
import { presentResult, type SubscriptionParts } from './stream-operation.js';

/** A subscription under way. */
export type Stream = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: ApiContext;
  readonly args: ExecutionArgs;
  /** When the token was last found good, in milliseconds of the process. */
  checkedAt: number;
  end(): void;
};

type EventParts = SubscriptionParts & { readonly identity: Identity };

/** Resolves once a response takes more, or is gone: events are made as fast as they are taken. */
async function drained(raw: ServerResponse): Promise<void> {
  // What was sent before has to reach the response first; other requests get their turn, too.
  await nextTurn();
  if (raw.destroyed || !raw.writableNeedDrain) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  raw.once('drain', resolve).once('close', resolve);
  await promise;
  raw.off('drain', resolve).off('close', resolve);
}

async function isStillValid(stream: Stream, parts: EventParts): Promise<boolean> {
  const now = performance.now();
  if (now - stream.checkedAt < parts.limits.streamCheckMs) return true;
  stream.checkedAt = now;
  const { headers, facts } = stream.request;
  return authenticateHeaders(headers, parts.identity).then(
    (caller) => isDeepStrictEqual(caller, facts.caller),
    () => false,
  );
}

/**
 * The next event as it is sent. A stream outlives the request that opened it: its snapshot is
 * given back after each event, and a token that no longer holds ends it, as does a change of
 * the caller's roles.
 */
export async function nextEvent(
  stream: Stream,
  result: ExecutionResult,
  parts: EventParts,
): Promise<ExecutionResult> {
  stream.context.release();
  await drained(stream.reply.raw);
  const { facts } = stream.request;
  if (await isStillValid(stream, parts)) return presentResult(result, facts, parts);
  setImmediate(() => stream.end());
  return problemAnswer('token-invalid', facts.language) as never;
}
