import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { EventLogUnavailable } from '../domain/event-log.js';
import { clipEcho, clipPath } from './clip-echo.js';
import { CodedError, codedErrorIn } from './coded-error.js';
import { PositionNotReached, type RequestContext } from './context.js';
import { errorReasons, type ErrorReason } from './error-reasons.js';

/** Most errors an answer carries. */
const errorsMax = 10;

/** Codes of Apollo and GraphQL whose messages speak of the request, not of the program. */
const requestCodes: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

/** Reason for which a request failed; undefined for an error of GraphQL about the request. */
function reasonOf({ extensions }: GraphQLFormattedError, error: unknown): ErrorReason | undefined {
  const coded = codedErrorIn(error);
  if (coded !== undefined) return coded.reason;
  const cause = causeOf(error);
  if (cause instanceof ArgumentValidationError) return 'input-invalid';
  if (cause instanceof PositionNotReached) return 'position-not-reached';
  if (cause instanceof EventLogUnavailable) return 'event-log-unavailable';
  const isAboutRequest = cause instanceof GraphQLError && requestCodes.has(extensions?.['code']);
  return isAboutRequest ? undefined : 'internal-error';
}

/**
 * What a client sees of an error: never the inside of the program, never more than 100
 * characters of its own input. The one function for Apollo and for subscriptions.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const reason = reasonOf(formatted, error);
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path: clipPath(path) }) };
  if (reason === undefined) {
    const code = formatted.extensions?.['code'] ?? 'BAD_USER_INPUT';
    return { message: clipEcho(formatted.message), ...where, extensions: { code } };
  }
  const { code, en } = errorReasons[reason];
  return { message: en, ...where, extensions: { code, reason } };
}
