import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk, foldersOf } from '../../src/main/open-desk.js';
import { readConfiguration } from '../../src/main/configuration.js';
import type { Outcome } from '../../src/domain/command-handler.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { deliveredCodeLists } from './code-lists.js';
import { administrator } from './command-desk.js';

const indicators = ['calls', 'incidents', 'referrals', 'visits', 'stays'] as const;
const ages = ['0-14', '15-24', '25-44', '45-64', '65-plus'] as const;
const genders = { Men: 'men', Women: 'women' } as const;
/** Rows of one body and indicator, which share a stream: 50 months of ten groups of people. */
const rowsOfStream = 500;

const bodyCode = (body: number): string => `35${String(10_000 + body)}`;

const month = (at: number): string =>
  `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

const count = (...parts: readonly number[]): number =>
  1_000 + parts.reduce((sum, part) => (sum * 31 + part) % 7_919, 7);

const bodiesFor = (rows: number): number => rows / (rowsOfStream * indicators.length);

const definition = {
  kind: 'COUNT_FLOW',
  unit: { en: 'events' },
  decimals: 0,
  direction: 'LOWER',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'SUM',
  overSpace: 'SUM',
  periodKind: 'MONTH',
  proportion: false,
} as const;

/** Registers the bodies and defines the indicators that a large file speaks of. */
export async function prepareLargeImport(folder: string, rows: number): Promise<void> {
  const reading = readConfiguration({});
  if (!('configuration' in reading)) throw new Error('no configuration');
  const desk = await openDesk(reading.configuration, foldersOf(folder), deliveredCodeLists);
  const outcomes: Outcome[] = [];
  for (let body = 0; body < bodiesFor(rows); body++) {
    const code = bodyCode(body);
    const details = { code, kind: 'MUNICIPALITY', tier: 'SINGLE', name: { en: code } } as const;
    const input = { ...details, idempotencyKey: code };
    outcomes.push(await desk.execute(registerOrganization, input, administrator));
  }
  for (const key of indicators) {
    const input = {
      ...definition,
      dimensions: ['age-groups', 'genders'],
      key,
      name: { en: key },
      idempotencyKey: key,
    };
    outcomes.push(await desk.execute(defineIndicator, input, administrator));
  }
  await desk.close();
  const refused = outcomes.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(JSON.stringify(refused));
}

/** The rows of one body and month: every group of people by every measure. */
function rowsOf(at: number, body: number): string {
  const place = `${month(at)};${bodyCode(body)}`;
  const measured = indicators.flatMap((indicator, i) =>
    ages.flatMap((age, a) =>
      Object.keys(genders).map(
        (gender, g) => `${place};${indicator};${age};${gender};${count(at, body, i, a, g)}\n`,
      ),
    ),
  );
  return measured.join('');
}

function* lines(rows: number): Generator<string> {
  yield 'Month;Municipality;Measure;Age;Gender;Count\n';
  // By month first, as exports are: the rows of one stream are far apart.
  for (let at = 0; at < rowsOfStream / (ages.length * 2); at++)
    for (let body = 0; body < bodiesFor(rows); body++) yield rowsOf(at, body);
}

const mapping = {
  file: { delimiter: ';' },
  indicator: { column: 'Measure' },
  body: { column: 'Municipality' },
  period: { column: 'Month' },
  value: { column: 'Count' },
  categories: [
    { dimension: 'age-groups', category: { column: 'Age' } },
    { dimension: 'genders', category: { column: 'Gender', codes: genders } },
  ],
};

/**
 * Writes a file of so many rows, a multiple of 2,500, and its mapping.
 * @returns the arguments that import it
 */
export async function writeLargeImport(folder: string, rows: number): Promise<readonly string[]> {
  const [file, described] = [join(folder, 'large.csv'), join(folder, 'mapping.json')];
  const stream = createWriteStream(file);
  for (const part of lines(rows)) if (!stream.write(part)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  await writeFile(described, JSON.stringify(mapping));
  return ['import', 'observations', file, '--mapping', described];
}
