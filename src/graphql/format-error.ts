import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { EventLogUnavailable } from '../domain/event-log.js';
import { clipEcho, clipPath } from './clip-echo.js';
import { codedErrorIn } from './coded-error.js';
import { PositionNotReached, type RequestContext } from './context.js';
import { errorReasons, type ErrorReason } from './error-reasons.js';

/** Most errors an answer carries. */
const errorsMax = 10;

const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

/** Reason for which a request failed; undefined for an error that was made for the client. */
function reasonOf(error: unknown, code: unknown): ErrorReason | undefined {
  const coded = codedErrorIn(error);
  if (coded !== undefined) return coded.reason;
  const cause = causeOf(error);
  if (cause instanceof ArgumentValidationError) return 'input-invalid';
  if (cause instanceof PositionNotReached) return 'position-not-reached';
  if (cause instanceof EventLogUnavailable) return 'event-log-unavailable';
  const isForClient = code !== undefined && code !== 'INTERNAL_SERVER_ERROR';
  return cause instanceof GraphQLError && isForClient ? undefined : 'internal-error';
}

/** True for a failure of the program, of which the client learns nothing but that it happened. */
export const isInternal = (error: GraphQLError): boolean =>
  reasonOf(error, error.extensions['code']) === 'internal-error';

/**
 * What a client sees of an error: never the inside of the program, never more than 100
 * characters of its own input. The `formatError` of Apollo; subscriptions use it too.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { locations, path, extensions } = formatted;
  const reason = reasonOf(error, extensions?.['code']);
  const where = { ...(locations && { locations }), ...(path && { path: clipPath(path) }) };
  if (reason === undefined)
    return {
      message: clipEcho(formatted.message),
      ...where,
      extensions: { code: extensions?.['code'], ...pick(extensions, 'reason') },
    };
  const { code, en } = errorReasons[reason];
  return { message: en, ...where, extensions: { code, reason } };
}

const pick = (from: GraphQLFormattedError['extensions'], name: string): object =>
  from?.[name] === undefined ? {} : { [name]: from[name] };

/**
 * The errors of one answer: at most ten, in the language of the request, and internal ones
 * with the id that leads to the log.
 * @param errors as `formatError` made them
 */
export function presentErrors(
  errors: readonly GraphQLFormattedError[],
  { language, correlationId }: Pick<RequestContext, 'language' | 'correlationId'>,
): readonly GraphQLFormattedError[] {
  return errors.slice(0, errorsMax).map((error) => {
    const reason = error.extensions?.['reason'];
    if (typeof reason !== 'string' || !Object.hasOwn(errorReasons, reason)) return error;
    const { code, [language]: message } = errorReasons[reason as ErrorReason];
    const trace = code === 'INTERNAL_SERVER_ERROR' ? { correlationId } : {};
    return { ...error, message, extensions: { ...error.extensions, ...trace } };
  });
}
