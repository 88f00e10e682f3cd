import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Api, ApiContext } from './api.js';
import type { HttpLimits } from './http-limits.js';
import type { OperationLimits } from './operation-limits.js';
import { operationPlugin } from './operation-plugin.js';

/** Starts the Apollo server that parses, validates and executes operations. */
export async function startApollo(
  api: Api,
  limits: HttpLimits,
  operations: OperationLimits,
  logger: Logger,
): Promise<ApolloServer<ApiContext>> {
  const apollo = new ApolloServer<ApiContext>({
    gateway: api.gateway,
    formatError: api.formatError,
    validationRules: [...operations.rules],
    validationOptions: { maxErrors: limits.errorsMax },
    parseOptions: { maxTokens: limits.tokensMax },
    maxRecursiveSelections: true,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger,
    plugins: [
      ...(api.plugins as readonly ApolloServerPlugin<ApiContext>[]),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(operations, limits.errorsMax),
    ],
  });
  await apollo.start();
  return apollo;
}
