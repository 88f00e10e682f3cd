import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ApiContext } from './api.js';
import { problems } from './http-problem.js';
import { operationOf } from './operation.js';
import type { OperationLimits } from './operation-limits.js';

const nameLengthMax = 100;
const status400 = { http: { status: 400 } };

const subscriptionError = (): GraphQLError => {
  const reason = 'subscription-over-events';
  const { en, code } = problems[reason];
  return new GraphQLError(en, { extensions: { code, reason, ...status400 } });
};

const pageError = ({ message, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    extensions: { ...extensions, code: 'GRAPHQL_VALIDATION_FAILED', ...status400 },
  });

/**
 * Writes down what an operation is and whether it failed, keeps subscriptions and oversized
 * pages out, and shortens the list of errors.
 */
export const operationPlugin = (
  limits: OperationLimits,
  errorsMax: number,
): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart({ contextValue }) {
    const record = operationOf(contextValue);
    return {
      async didResolveOperation({ operation, document, request }) {
        if (operation === undefined) return;
        record.type = operation.operation;
        record.name = operation.name?.value.slice(0, nameLengthMax) ?? null;
        if (record.type === 'subscription') throw subscriptionError();
        const tooLarge = limits.checkPages(document, request.variables ?? {});
        if (tooLarge !== undefined) throw pageError(tooLarge);
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        record.failed = singleResult.errors !== undefined;
        if (singleResult.errors !== undefined && singleResult.errors.length > errorsMax)
          singleResult.errors = singleResult.errors.slice(0, errorsMax);
      },
    };
  },
});
