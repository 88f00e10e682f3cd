import type { Grant } from '../../domain/consent/in-force.js';
import { table } from '../projection.js';

/** A grant of a First Nation, with its id. */
export type GrantRow = Grant & { readonly id: string };

/** What a First Nation granted, withdrawn grants included. */
export type ConsentRow = { readonly firstNation: string; readonly grants: readonly GrantRow[] };

/** Consents as they stand. No past is kept: consent holds now or not at all. */
export const consentTable = table<ConsentRow>({
  name: 'consent',
  columns: { firstNation: 'text', grants: 'json' },
  key: ['firstNation'],
  versioned: false,
  resident: true,
});
