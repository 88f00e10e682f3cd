import { GraphQLError } from 'graphql';
import type { Language } from '../domain/text.js';
import { errorReasons, type ErrorReason } from './error-reasons.js';

/**
 * An error that a client sees as it is: a code and a stable reason, and a sentence that
 * repeats nothing of the input. GraphQL adds the place to it.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    readonly reason: ErrorReason,
    language: Language = 'en',
  ) {
    const { code, [language]: sentence } = errorReasons[reason];
    super(sentence);
    this.extensions = { code, reason };
  }
}

/** The coded error in an error, however deep GraphQL wrapped it. */
export function codedErrorIn(error: unknown): CodedError | undefined {
  if (error instanceof CodedError) return error;
  return error instanceof GraphQLError ? codedErrorIn(error.originalError) : undefined;
}
