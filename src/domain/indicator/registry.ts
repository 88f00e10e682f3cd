import type { Surroundings } from '../command.js';
import { refuse } from '../decision.js';
import { indicatorStream, isCode } from '../identifiers.js';
import { indicator, type DefinedIndicator } from './state.js';

/** The indicator of a key, retired or not; a refusal of `input.indicator` when it is unknown. */
export async function findIndicator(
  key: string,
  around: Surroundings,
): Promise<DefinedIndicator | ReturnType<typeof refuse>> {
  const unknown = refuse('indicator-unknown', 'input.indicator', { indicator: key });
  if (!isCode(key)) return unknown;
  const { state } = await around.read(indicator, indicatorStream(key));
  return state.status === 'none' ? unknown : state;
}
