import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from './context.js';
import { isInternal, presentErrors } from './format-error.js';

/**
 * Finishes the errors of every answer and reports the internal ones, whose cause no client
 * sees. Goes with `formatError`, which knows a single error but not the request.
 */
export const errorPlugin = (
  report: (error: GraphQLError, correlationId: string) => void,
): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue }) {
        for (const error of errors)
          if (isInternal(error)) report(error, contextValue.correlationId);
        return Promise.resolve();
      },
      willSendResponse({ response: { body }, contextValue }) {
        if (body.kind === 'single' && body.singleResult.errors !== undefined)
          body.singleResult.errors = presentErrors(body.singleResult.errors, contextValue);
        return Promise.resolve();
      },
    }),
});
