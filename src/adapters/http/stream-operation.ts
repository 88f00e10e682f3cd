import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { Api } from './api.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';
import type { OperationLimits } from './operation-limits.js';
import type { OperationParams } from './operation-params.js';

/** A document that may not be executed: the errors a client is shown, with status 400. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('the document was refused');
  }
}

const isVariableError = ({ nodes, path }: GraphQLError): boolean =>
  path === undefined && nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** The form in which Apollo hands errors to the API's `formatError`. */
function formatErrors(
  api: Api,
  errors: readonly GraphQLError[],
  code?: string,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => {
    const standard = isVariableError(error) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
    const extensions = { code: code ?? standard, ...error.extensions };
    return api.formatError({ ...error.toJSON(), extensions }, error);
  });
}

/** A result as it is sent: its errors formatted, ten at most. */
export const formatResult = (
  api: Api,
  { errorsMax }: HttpLimits,
  result: ExecutionResult,
): Readonly<Record<string, unknown>> =>
  result.errors === undefined
    ? { ...result }
    : { ...result, errors: formatErrors(api, result.errors.slice(0, errorsMax)) };

function parseWithin(api: Api, query: string, { tokensMax }: HttpLimits): DocumentNode {
  try {
    return parse(query, { maxTokens: tokensMax });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new DocumentRefused(formatErrors(api, [error], 'GRAPHQL_PARSE_FAILED'));
  }
}

/**
 * Reads the document of a subscription under the limits of every operation.
 * @throws DocumentRefused, HttpProblem `request-invalid`, `stream-serves-subscriptions`
 */
export function subscriptionDocument(
  api: Api,
  limits: HttpLimits,
  { rules }: OperationLimits,
  { query, operationName }: OperationParams,
): DocumentNode {
  const document = parseWithin(api, query, limits);
  const options = { maxErrors: limits.errorsMax };
  const errors = validate(api.schema, document, [...specifiedRules, ...rules], options);
  if (errors.length > 0) {
    const shown = errors.slice(0, limits.errorsMax);
    throw new DocumentRefused(formatErrors(api, shown, 'GRAPHQL_VALIDATION_FAILED'));
  }
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new HttpProblem('request-invalid');
  if (operation.operation !== 'subscription') throw new HttpProblem('stream-serves-subscriptions');
  return document;
}
