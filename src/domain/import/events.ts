import { z } from 'zod';
import type { EventSchemas } from '../event.js';
import { freeText } from '../text.js';

/** What a file is imported as. */
export const importKinds = ['OBSERVATIONS', 'PLANS'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What became of a file; UNCHANGED says that all of it was recorded already. */
export const importOutcomes = ['WRITTEN', 'PARTLY_WRITTEN', 'UNCHANGED', 'REJECTED'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

const sha256 = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ title: 'sha-256', examples: ['0123456789abcdef'.repeat(4)] });
const count = () => z.int().nonnegative();

/**
 * An attempt to bring in a file: begun before the first row is written, so that one cut short
 * is known too. These names are storage formats: never renamed, never reused; a new shape is a
 * new version and an upcast.
 */
export const importEvents = {
  ImportBegun: z.object({
    kind: z.enum(importKinds),
    /** A person may have put names into it. */
    fileName: freeText(),
    fileHash: sha256(),
    /** Of the mapping that said which column is what. */
    mappingHash: sha256().optional(),
  }),
  ImportFinished: z.object({
    outcome: z.enum(importOutcomes),
    /** Rows read, and what became of them. */
    rows: count(),
    recorded: count(),
    corrected: count(),
    same: count(),
    rejected: count(),
    /** Of the report, which is kept outside the log. */
    reportHash: sha256(),
    /** Of a copy of the file with its cells marked, kept beside the report where there is one. */
    workbookHash: sha256().optional(),
    /** Errors and warnings, of which the report may list only the first. */
    problems: count().optional(),
  }),
} as const satisfies EventSchemas;

export type ImportEvents = typeof importEvents;
