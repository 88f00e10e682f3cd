import { z } from 'zod';
import type { Bilingual } from './import-error.js';

/** What may be wrong with a mapping besides its shape, as the schema says it, and in French. */
const own: Readonly<Record<string, string>> = {
  'no pattern': 'aucune expression régulière',
  'one mark cannot separate both decimals and thousands':
    'un même signe ne peut séparer à la fois décimales et milliers',
  'either body or area is needed': 'il faut soit body, soit area',
  'value, numerator and denominator, or status is needed':
    'il faut value, numerator et denominator, ou status',
  'numerator and denominator are given together': 'numerator et denominator vont ensemble',
  'the numbers stand either in columns or beside it':
    'les nombres se trouvent soit dans columns, soit à côté',
  'an indicator is needed': 'il faut un indicateur',
  'a period is needed': 'il faut une période',
};

const { localeError } = z.locales.frCA();

const partAt = (value: unknown, key: PropertyKey): unknown =>
  (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key];

/**
 * How an issue of a mapping is said in both languages; zod and the schema say it in English.
 * @param mapping as it was read, for zod tells what it found and keeps it to itself
 */
export function issueText(issue: z.core.$ZodIssue, mapping: unknown): Bilingual {
  const input = issue.path.reduce(partAt, mapping);
  const said = own[issue.message] ?? localeError({ ...issue, input } as z.core.$ZodRawIssue);
  const fr = typeof said === 'string' ? said : said?.message;
  return { en: issue.message, fr: fr ?? issue.message };
}
