import {
  getOperationAST,
  type GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { Logger } from 'pino';
import type { Api, RequestFacts } from './api.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';
import type { OperationLimits } from './operation-limits.js';
import type { OperationParams } from './operation-params.js';

/** What it takes to read a subscription and to show its errors. */
export type SubscriptionParts = {
  readonly api: Api;
  readonly limits: HttpLimits;
  readonly operations: OperationLimits;
  readonly logger: Logger;
};

/** A document that may not be executed: the errors a client is shown, with status 400. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('the document was refused');
  }
}

const isVariableError = ({ nodes, path }: GraphQLError): boolean =>
  path === undefined && nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** Errors as Apollo would show them: through the API's `formatError`, then as one answer. */
function presentErrors(
  errors: readonly GraphQLError[],
  facts: RequestFacts,
  { api, limits, logger }: SubscriptionParts,
  code?: string,
): readonly GraphQLFormattedError[] {
  const formatted = errors.slice(0, limits.errorsMax).map((error) => {
    const standard = isVariableError(error) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
    const extensions = { code: code ?? standard, ...error.extensions };
    const shown = api.formatError({ ...error.toJSON(), extensions }, error);
    if (shown.extensions?.['code'] === 'INTERNAL_SERVER_ERROR')
      logger.error({ err: error, correlationId: facts.correlationId }, 'subscription failed');
    return shown;
  });
  return api.presentErrors(formatted, facts);
}

/** A result as a client is shown it. graphql-sse takes it for a result, and only prints it. */
export const presentResult = (
  result: ExecutionResult,
  facts: RequestFacts,
  parts: SubscriptionParts,
): ExecutionResult =>
  result.errors === undefined
    ? result
    : ({ ...result, errors: presentErrors(result.errors, facts, parts) } as ExecutionResult);

/**
 * Reads the document of a subscription under the limits of every operation.
 * @throws DocumentRefused, HttpProblem `request-invalid`, `stream-serves-subscriptions`
 */
export function subscriptionDocument(
  { query, operationName }: OperationParams,
  facts: RequestFacts,
  parts: SubscriptionParts,
): DocumentNode {
  const { api, limits, operations } = parts;
  const refuse = (errors: readonly GraphQLError[], code: string): never => {
    throw new DocumentRefused(presentErrors(errors, facts, parts, code));
  };
  const read = (): DocumentNode => {
    try {
      return parse(query, { maxTokens: limits.tokensMax });
    } catch (error) {
      return refuse([error as GraphQLError], 'GRAPHQL_PARSE_FAILED');
    }
  };
  const document = read();
  const rules = [...specifiedRules, ...operations.rules];
  const errors = validate(api.schema, document, rules, { maxErrors: limits.errorsMax });
  if (errors.length > 0) refuse(errors, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new HttpProblem('request-invalid');
  if (operation.operation !== 'subscription') throw new HttpProblem('stream-serves-subscriptions');
  return document;
}
