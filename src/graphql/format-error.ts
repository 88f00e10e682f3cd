import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { EventLogUnavailable } from '../domain/event-log.js';
import { ReadModelsUnavailable } from '../projections/read-models.js';
import { clipEcho, clipPath } from './clip-echo.js';
import { CodedError, codedErrorIn } from './coded-error.js';
import { PositionNotReached } from './context.js';
import type { ErrorReason } from './error-reasons.js';

/** What was thrown in the first place. */
export const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

/**
 * Reason of an error in our own terms; undefined for what GraphQL and its server say about the
 * request itself.
 * @param code extension `code` of the error as it is about to be sent
 */
function reasonOf(error: unknown, code: unknown): ErrorReason | undefined {
  const coded = codedErrorIn(error);
  if (coded !== undefined) return coded.reason;
  const cause = causeOf(error);
  if (cause instanceof ArgumentValidationError) return 'input-invalid';
  if (cause instanceof PositionNotReached) return 'position-not-reached';
  if (cause instanceof EventLogUnavailable) return 'event-log-unavailable';
  if (cause instanceof ReadModelsUnavailable) return 'views-unavailable';
  const isAboutRequest = code !== undefined && code !== 'INTERNAL_SERVER_ERROR';
  return cause instanceof GraphQLError && isAboutRequest ? undefined : 'internal-error';
}

/** True for a failure of the program, whose cause is for its log alone. */
export const isInternal = (error: GraphQLError): boolean =>
  reasonOf(error, error.extensions['code']) === 'internal-error';

/**
 * What a client sees of an error: never the inside of the program, never more than 100
 * characters of its own input. The `formatError` of Apollo; subscriptions use it too.
 */
export function formatError(
  { message, locations, path, extensions }: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { code, reason: given } = extensions ?? {};
  const where = { ...(locations && { locations }), ...(path && { path: clipPath(path) }) };
  const reason = reasonOf(error, code);
  if (reason === undefined)
    return { message: clipEcho(message), ...where, extensions: { code, ...withReason(given) } };
  const coded = codedErrorIn(error) ?? new CodedError(reason);
  const input = refusedInput(message);
  return {
    message: coded.message,
    ...where,
    extensions: { ...coded.extensions, ...(input !== undefined && { input }) },
  };
}

/** The field of the input, or the variable, whose value a scalar refused. */
function refusedInput(message: string): string | undefined {
  const [, name, place = name] =
    /^Variable "\$(\w+)" got invalid value .*?(?: at "([^"]*)")?; [^;]*$/su.exec(message) ?? [];
  return place;
}

const withReason = (reason: unknown): object => (typeof reason === 'string' ? { reason } : {});
