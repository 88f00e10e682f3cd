import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HttpProblem, problemAnswer, problems, type ProblemReason } from './http-problem.js';
import { preferredLanguage } from './language.js';

/** What Fastify and Node call the failures that we name ourselves. */
const knownFailures: Readonly<Record<string, ProblemReason>> = {
  FST_ERR_BAD_URL: 'url-invalid',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-incomplete',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  ECONNRESET: 'body-incomplete',
  ERR_INVALID_URL: 'host-invalid',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Headers that go with a refusal. */
function headersOf(reason: ProblemReason): Readonly<Record<string, string>> {
  const { status } = problems[reason];
  if (status === 503 || reason === 'too-many-requests') return { 'retry-after': '1' };
  if (status === 401) return { 'www-authenticate': 'Bearer realm="jalon", error="invalid_token"' };
  return {};
}

/** Answers with a refusal. */
export function refuseRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  reason: ProblemReason,
): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language']);
  return reply
    .code(problems[reason].status)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headersOf(reason),
    })
    .send(JSON.stringify(problemAnswer(reason, language)));
}

/** Answers whatever was thrown with a coded refusal; what has no name of ours is logged. */
export const failureHandler =
  (logger: Logger) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof HttpProblem) return refuseRequest(request, reply, error.reason);
    const reason = knownFailures[codeOf(error)];
    if (reason !== undefined) return refuseRequest(request, reply, reason);
    logger.error({ err: error, correlationId: request.id }, 'request failed');
    return refuseRequest(request, reply, 'internal-error');
  };

/** Answers requests to no address, and to an address by a method it does not take. */
export function refuseUnknownPath(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const url = request.url.split('?', 1)[0] ?? '';
  const allowed = app.supportedMethods.filter((method) => app.hasRoute({ method, url }));
  if (allowed.length === 0) return refuseRequest(request, reply, 'path-unknown');
  return refuseRequest(request, reply.header('allow', allowed.join(', ')), 'method-not-allowed');
}

/** How long a refused connection may go on sending before it is cut. */
const lingerMsMax = 2_000;

/**
 * Answers a connection whose bytes never became a request, and closes it. What still comes is taken
 * and thrown away: a socket closed with bytes unread resets the other end, which may then never
 * read the answer (RFC 9112, 9.6).
 */
export function refuseConnection(error: Error, socket: Socket): void {
  if (codeOf(error) === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const reason = knownFailures[codeOf(error)] ?? 'http-invalid';
  const { status } = problems[reason];
  const body = JSON.stringify(problemAnswer(reason));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  // Our listener takes the place of Node's, so that what comes does not complete the request.
  socket.removeAllListeners('data').on('data', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const cut = setTimeout(() => socket.destroy(), lingerMsMax);
  socket.once('close', () => clearTimeout(cut));
}
