import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.js';
import { errorReasons, type ErrorReason } from './error-reasons.js';

/** Most errors an answer carries. */
const errorsMax = 10;

type Request = Pick<RequestContext, 'language' | 'correlationId'>;

function presentError(
  error: GraphQLFormattedError,
  { language, correlationId }: Request,
): GraphQLFormattedError {
  const reason = error.extensions?.['reason'];
  if (typeof reason !== 'string' || !Object.hasOwn(errorReasons, reason)) return error;
  const { [language]: message } = errorReasons[reason as ErrorReason];
  const trace = reason === 'internal-error' ? { correlationId } : {};
  return { ...error, message, extensions: { ...error.extensions, ...trace } };
}

/**
 * The errors of one answer: at most ten, in the language of the request, a failure of the
 * program with the id that leads to its log.
 * @param errors as `formatError` made them, which knows no request
 */
export const presentErrors = (
  errors: readonly GraphQLFormattedError[],
  request: Request,
): readonly GraphQLFormattedError[] =>
  errors.slice(0, errorsMax).map((error) => presentError(error, request));

/** Presents the errors of every answer of Apollo, those of parsing and validation included. */
export const errorPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body }, contextValue }) {
        if (body.kind === 'single' && body.singleResult.errors !== undefined)
          body.singleResult.errors = presentErrors(body.singleResult.errors, contextValue);
        return Promise.resolve();
      },
    }),
};
