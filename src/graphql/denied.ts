import { CodedError } from './coded-error.js';
import type { RequestContext } from './context.js';

/** The error for one who may not: to sign in, or that signing in is not enough. */
export const denied = ({ caller, language }: RequestContext): CodedError => {
  const isStranger = caller.role === 'public' && caller.memberships === undefined;
  return new CodedError(isStranger ? 'authentication-required' : 'not-permitted', language);
};
