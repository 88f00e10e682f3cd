import { GraphQLError } from 'graphql';
import type { Language } from '../domain/text.js';
import { errorReasons, type ErrorReason } from './error-reasons.js';

/**
 * An error the hub raises itself: a code and a stable reason, and a sentence that repeats
 * nothing of the input. The answer carries the sentence in the language of the request.
 */
export class CodedError extends GraphQLError {
  constructor(
    readonly reason: ErrorReason,
    language: Language = 'en',
  ) {
    const { code, [language]: sentence } = errorReasons[reason];
    super(sentence, { extensions: { code, reason } });
  }
}

/** The error a reason stands for, however deep GraphQL wrapped it. */
export function codedErrorIn(error: unknown): CodedError | undefined {
  if (error instanceof CodedError) return error;
  return error instanceof GraphQLError ? codedErrorIn(error.originalError) : undefined;
}
