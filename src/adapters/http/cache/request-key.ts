import canonicalize from 'canonicalize';
import { publicCaller } from '../../../domain/authority.js';
import type { RequestFacts } from '../api.js';
import type { OperationParams } from '../operation-params.js';

/** What of a caller decides what the caller may see. */
function scopeOf({ caller }: RequestFacts): string {
  if (caller === publicCaller) return '';
  const { actor, role, organizations, actingFor, memberships } = caller;
  return JSON.stringify([actor, role, organizations, actingFor, memberships]);
}

/** The same variables in any order give the same text; undefined where JSON has none. */
function canonicalVariables(variables: OperationParams['variables']): string | undefined {
  try {
    return canonicalize(variables);
  } catch {
    return undefined;
  }
}

/**
 * Key under which an answer is remembered: who asks, in which language, what. GET and POST of
 * the same operation share it. No part but the last can hold the separator.
 */
export function requestKey(facts: RequestFacts, params: OperationParams): string | undefined {
  const variables = canonicalVariables(params.variables);
  if (variables === undefined) return undefined;
  const name = params.operationName ?? '';
  return `${scopeOf(facts)}\0${facts.language}\0${name}\0${variables}\0${params.query}`;
}
