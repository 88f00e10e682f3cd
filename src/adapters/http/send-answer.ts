import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, isKnown, type Answer } from './cache/answer.js';
import { codingFor, type ContentCoding } from './cache/content-coding.js';

const varying =
  'authorization, accept, accept-encoding, accept-language, jalon-acting-for, jalon-role, origin';

/** Media type of an answer, and the position it is known to hold for. */
export type AnswerFacts = { readonly mediaType: string; readonly position: number };

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  facts: AnswerFacts,
  coding: ContentCoding,
  bytes: Buffer,
): FastifyReply {
  void reply
    .header('content-type', facts.mediaType)
    .header('etag', entityTag(answer, coding))
    .header('cache-control', 'private, no-cache')
    .header('vary', varying)
    .header('jalon-position', String(facts.position));
  if (isKnown(answer, request.headers['if-none-match'])) return reply.code(304).send();
  if (coding !== 'identity') void reply.header('content-encoding', coding);
  return reply.send(bytes);
}

/** Sends a finished answer of a query in the coding the client likes best, or 304. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  facts: AnswerFacts,
): FastifyReply | Promise<FastifyReply> {
  const coding = codingFor(request.headers['accept-encoding'], answer.body.length);
  const bytes = answer.encoded(coding);
  if (Buffer.isBuffer(bytes)) return send(request, reply, answer, facts, coding, bytes);
  return bytes.then((made) => send(request, reply, answer, facts, coding, made));
}
