import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context.js';
import { causeOf, isInternal } from './format-error.js';

/** How Apollo hands an operation to whoever executes it. */
export type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Called with the cause of every internal error, of which the client learns only the id. */
export type Report = (cause: unknown, correlationId: string) => void;

type Variables = Readonly<Record<string, unknown>>;

/** Most operations kept compiled, and most errors that are looked at. */
const compiledMax = 500;
const errorsMax = 10;

/** Compiles operations; keeps those asked for last. */
function compiler(schema: GraphQLSchema) {
  const cache = new Map<string, CompiledQuery>();
  const options = { disablingCapturingStackErrors: true };
  return (key: string, document: DocumentNode, operationName: string | undefined) => {
    const compiled = cache.get(key) ?? compileQuery(schema, document, operationName, options);
    if (!isCompiledQuery(compiled)) return compiled;
    cache.delete(key);
    cache.set(key, compiled);
    const [oldest] = cache.keys();
    if (cache.size > compiledMax && oldest !== undefined) cache.delete(oldest);
    return compiled;
  };
}

async function run(
  compiled: CompiledQuery | ExecutionResult,
  context: RequestContext,
  variables: Variables,
): Promise<ExecutionResult> {
  if (!isCompiledQuery(compiled)) return compiled;
  try {
    return await compiled.query(undefined, context, variables);
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
  }
}

/** The compiled code makes errors of its own kind: here they become ordinary ones. */
function ordinary(error: GraphQLError, isAboutRequest: boolean): GraphQLError {
  const { message, path, originalError } = error;
  const cause = causeOf(error);
  const extensions = {
    ...(isAboutRequest && { code: 'BAD_USER_INPUT' }),
    ...(cause instanceof Error && 'extensions' in cause && (cause.extensions as object)),
  };
  const made = new GraphQLError(message, { path, originalError, extensions });
  // Compiled code knows places, not the nodes that a GraphQL error would take them from.
  if (error.locations)
    Object.defineProperty(made, 'locations', { value: error.locations, enumerable: true });
  return made;
}

/**
 * Executes operations compiled to code, through the hook Apollo keeps for gateways.
 * @param report told of every internal error
 */
export function jitGateway(schema: GraphQLSchema, report: Report): Gateway {
  const compile = compiler(schema);
  const executor = async (
    { operationName, variables }: { operationName?: string; variables?: Variables },
    document: DocumentNode,
    queryHash: string,
    context: RequestContext,
  ): Promise<ExecutionResult> => {
    const compiled = compile(`${queryHash}\n${operationName ?? ''}`, document, operationName);
    const result = await run(compiled, context, variables ?? {});
    if (result.errors === undefined) return result;
    // Without data nothing was executed: the variables or the operation's name are at fault.
    const isAboutRequest = result.data === undefined;
    const told = result.errors.slice(0, errorsMax);
    const errors = told.map((error) => ordinary(error, isAboutRequest));
    for (const error of errors)
      if (isInternal(error)) report(causeOf(error), context.correlationId);
    return { ...result, errors };
  };
  return {
    load: () =>
      Promise.resolve({
        executor: ({ request, document, queryHash, context }) =>
          executor(request, document, queryHash, context as RequestContext),
      }),
    onSchemaLoadOrUpdate(announce) {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
