import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Api, ApiContext, Authenticate } from './api.js';
import { authenticateHeaders } from './caller.js';
import type { HttpLimits } from './http-limits.js';
import { problemAnswer } from './http-problem.js';
import { formatResult } from './stream-operation.js';

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

type EventParts = {
  readonly api: Api;
  readonly authenticate: Authenticate;
  readonly limits: HttpLimits;
};

/** Resolves once a response takes more, or is gone: events are made as fast as they are taken. */
async function drained(raw: ServerResponse): Promise<void> {
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
  return authenticateHeaders(stream.request.headers, parts.authenticate).then(
    () => true,
    () => false,
  );
}

/**
 * The next event as it is sent. A stream outlives the request that opened it: its snapshot is
 * given back after each event, and a token that no longer holds ends it.
 */
export async function nextEvent(
  stream: Stream,
  result: ExecutionResult,
  parts: EventParts,
): Promise<ExecutionResult> {
  stream.context.release();
  await drained(stream.reply.raw);
  if (await isStillValid(stream, parts)) return formatResult(parts.api, parts.limits, result);
  setImmediate(() => stream.end());
  return problemAnswer('token-invalid', stream.request.facts.language) as never;
}
