import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCodeLists } from '../adapters/code-lists/read-code-lists.js';
import { civilDate } from '../domain/civil-date.js';
import type { CodeLists } from '../domain/code-lists.js';
import type { CommitmentRules } from '../domain/commitment/standing.js';
import { code } from '../domain/identifiers.js';
import { contentRequirements, type StatutoryRules } from '../domain/plan/rules.js';

/** The data delivered with the program. */
export const deliveredData: string = fileURLToPath(new URL('../../data', import.meta.url));

// The last rule that began is in force, so their order decides.
const isInOrder = (rules: readonly { readonly from: string }[]): boolean =>
  rules.every(({ from }, at) => at === 0 || from > (rules[at - 1]?.from ?? ''));
const outOfOrder = 'must be in the order of their days, each of another day';

const dated = z
  .array(z.strictObject({ from: civilDate(), amount: z.int().positive() }))
  .min(1)
  .refine(isInOrder, outOfOrder);

const seat = z.strictObject({ seat: code(), whereItExists: z.boolean() });
const content = z.enum(contentRequirements);
const since = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.strictObject({ from: civilDate(), ...shape }))
    .min(1)
    .refine((rules) => isInOrder(rules as readonly { readonly from: string }[]), outOfOrder);

const statutoryRules = z.strictObject({
  publicationDays: dated,
  reviewYears: dated,
  firstAdoptionBy: civilDate(),
  committeeSeats: since({ seats: z.array(seat) }),
  consultations: since({ groups: z.array(code()) }),
  content: since({ requires: z.array(content) }),
});

const commitmentRules = z.strictObject({ staleDays: dated, dueSoonDays: dated });

/** Reads one file of rules. @throws Error naming the place that is wrong */
function readDelivered<T>(file: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Reads the dated rules by which clocks run and commitments are followed. @throws Error */
export const readRules = (
  statutory: string = join(deliveredData, 'statutory-rules.json'),
): StatutoryRules & CommitmentRules => ({
  ...readDelivered(statutory, statutoryRules),
  ...readDelivered(join(deliveredData, 'commitment-rules.json'), commitmentRules),
});

/** Reads the code lists. @throws CodeListInvalid */
export const readDeliveredCodeLists = (): Promise<CodeLists> =>
  readCodeLists(join(deliveredData, 'code-lists'));
