import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCodeLists } from '../adapters/code-lists/read-code-lists.js';
import { civilDate } from '../domain/civil-date.js';
import type { CodeLists } from '../domain/code-lists.js';
import { code } from '../domain/identifiers.js';
import { contentRequirements, type StatutoryRules } from '../domain/plan/rules.js';

/** The data delivered with the program. */
export const deliveredData: string = fileURLToPath(new URL('../../data', import.meta.url));

const dated = z.array(z.strictObject({ from: civilDate(), amount: z.int().positive() })).min(1);

const seat = z.strictObject({ seat: code(), whereItExists: z.boolean() });
const content = z.enum(contentRequirements);
const since = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ from: civilDate(), ...shape })).min(1);

const statutoryRules = z.strictObject({
  publicationDays: dated,
  reviewYears: dated,
  firstAdoptionBy: civilDate(),
  committeeSeats: since({ seats: z.array(seat) }),
  consultations: since({ groups: z.array(code()) }),
  content: since({ requires: z.array(content) }),
});

/** Reads the dated rules by which clocks run. @throws Error naming the place that is wrong */
export function readRules(): StatutoryRules {
  const file = join(deliveredData, 'statutory-rules.json');
  const parsed = statutoryRules.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Reads the code lists. @throws CodeListInvalid */
export const readDeliveredCodeLists = (): Promise<CodeLists> =>
  readCodeLists(join(deliveredData, 'code-lists'));
