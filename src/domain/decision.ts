import type { EventSchemas, Happening } from './event.js';
import type { RefusalCode } from './refusal-codes.js';

/** Why a command was refused. Prose in English and French is made at the edge. */
export type Refusal = {
  readonly code: RefusalCode;
  /** Path of the input field at fault, `input.categories.0` for instance. */
  readonly field?: string;
  /** What the sentence of the code names. Values are clipped before they are shown. */
  readonly params?: Readonly<Record<string, string | number>>;
};

/** The answer of a decision: events to append, or refusals; never both, never an exception. */
export type Decision<S extends EventSchemas> =
  | { readonly accepted: true; readonly events: readonly Happening<S>[] }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** Accepts a command with the events that follow from it. */
export const accept = <S extends EventSchemas>(...events: Happening<S>[]): Decision<S> => ({
  accepted: true,
  events,
});

/** Refuses a command. `field` is the input path at fault. */
export const refuse = (
  code: RefusalCode,
  field?: string,
  params?: Refusal['params'],
): { readonly accepted: false; readonly refusals: readonly Refusal[] } => ({
  accepted: false,
  refusals: [{ code, ...(field && { field }), ...(params && { params }) }],
});
