import { z } from 'zod';

/** Files of a data directory that a backup holds, in the order in which they are put back. */
export const partNames = ['keys.db', 'imports.db', 'log.db'] as const;

/** A file in a backup. */
export type PartName = (typeof partNames)[number];

/** The name under which a backup says what it holds. */
export const manifestName = 'manifest.json';

/** The name under which a backup ends with the SHA-256 of everything before it. */
export const sealName = 'sha256.txt';

/** What was counted in the log and the keys, when the backup was made and when it is put back. */
export const backupFacts = z.strictObject({
  /** Position of the last event. */
  head: z.int().nonnegative(),
  /** Free texts that can be read. */
  texts: z.int().nonnegative(),
  /** Free texts that were redacted. */
  redacted: z.int().nonnegative(),
});

/** What a backup says of itself. */
export const manifest = z.strictObject({
  format: z.literal('jalon-backup'),
  version: z.literal(1),
  /** Version of the program that made it. */
  program: z.string(),
  /** Instant, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  ...backupFacts.shape,
  parts: z
    .array(
      z.strictObject({
        name: z.enum(partNames),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(2)
    .max(partNames.length),
});

export type BackupFacts = Readonly<z.infer<typeof backupFacts>>;
export type Manifest = Readonly<z.infer<typeof manifest>>;
