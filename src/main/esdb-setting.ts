import { z } from 'zod';
import type { Bilingual, Setting } from './setting.js';

/**
 * The connection string of a cluster, which may hold a password; none by default. Several hosts
 * make it no URL, so its options are read where it is used.
 */
export const clusterUrl = (variable: string, meaning: Bilingual): Setting<string | undefined> => ({
  kind: 'text',
  schema: z.string().regex(/^esdb(\+discover)?:\/\/[^\s]{1,2000}$/),
  default: undefined,
  defaultText: '',
  rule: {
    en: 'like esdb://user:password@host:2113,host:2113?tls=true',
    fr: 'comme esdb://user:password@host:2113,host:2113?tls=true',
  },
  meaning,
  secret: true,
  variable,
});

/** A prefix of stream names; it has no hyphen, because a hyphen ends the category. */
export const streamPrefix = (meaning: Bilingual): Setting<string> => ({
  kind: 'text',
  schema: z.string().regex(/^[A-Za-z0-9._]{0,64}$/),
  default: '',
  defaultText: '',
  rule: {
    en: 'at most 64 letters, digits, periods and underscores',
    fr: 'au plus 64 lettres, chiffres, points et traits de soulignement',
  },
  meaning,
});
