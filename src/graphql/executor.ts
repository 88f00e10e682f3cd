import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { CodedError } from './coded-error.js';
import type { RequestContext } from './context.js';
import { causeOf, reasonOf } from './format-error.js';

/** How Apollo hands an operation to whoever executes it. */
export type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Called with the cause of every internal error, of which the client learns only the id. */
export type Report = (cause: unknown, correlationId: string) => void;

type Compiled = CompiledQuery | ExecutionResult;

/** Most operations kept compiled, and most errors of an answer. */
const compiledMax = 500;
const errorsMax = 10;

/** Compiles operations; keeps those asked for last. */
function compiler(schema: GraphQLSchema) {
  const cache = new Map<string, CompiledQuery>();
  return (key: string, document: DocumentNode, operationName: string | undefined): Compiled => {
    const options = { disablingCapturingStackErrors: true };
    const compiled = cache.get(key) ?? compileQuery(schema, document, operationName, options);
    if (!isCompiledQuery(compiled)) return compiled;
    cache.delete(key);
    cache.set(key, compiled);
    const [oldest] = cache.keys();
    if (cache.size > compiledMax && oldest !== undefined) cache.delete(oldest);
    return compiled;
  };
}

/**
 * The compiled code makes errors of its own kind: here they become ordinary ones, with the
 * code, the language of the request and, when it is ours to look into, an id to find it by.
 */
function presentError(
  error: GraphQLError,
  isAboutVariables: boolean,
  { language, correlationId }: RequestContext,
  report: Report,
): GraphQLError {
  const cause = causeOf(error);
  const made = cause instanceof GraphQLError ? cause.extensions : {};
  const code = isAboutVariables ? 'BAD_USER_INPUT' : made['code'];
  const reason = reasonOf(error, code);
  const isInternal = reason === 'internal-error';
  if (isInternal) report(cause, correlationId);
  const original = reason && new CodedError(reason, language, isInternal ? { correlationId } : undefined);
  const presented = new GraphQLError(original?.message ?? error.message, {
    path: error.path,
    originalError: original,
    extensions: original?.extensions ?? { ...made, code },
  });
  // Compiled code knows places, not the nodes that a GraphQL error would take them from.
  if (error.locations)
    Object.defineProperty(presented, 'locations', { value: error.locations, enumerable: true });
  return presented;
}

/**
 * Executes operations compiled to code, through the hook Apollo keeps for gateways.
 * @param report told of every internal error
 */
export function jitGateway(schema: GraphQLSchema, report: Report): Gateway {
  const compile = compiler(schema);
  return {
    load: () =>
      Promise.resolve({
        async executor({ context, document, queryHash, request }) {
          const { operationName } = request;
          const key = `${queryHash}\n${operationName ?? ''}`;
          const compiled = compile(key, document, operationName);
          const result = isCompiledQuery(compiled)
            ? await compiled.query(undefined, context, request.variables ?? {})
            : compiled;
          if (result.errors === undefined) return result;
          const isAboutVariables = result.data === undefined;
          const errors = result.errors.slice(0, errorsMax);
          return {
            ...result,
            errors: errors.map((error) =>
              presentError(error, isAboutVariables, context as RequestContext, report),
            ),
          };
        },
      }),
    onSchemaLoadOrUpdate(announce) {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
