import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from './source-files.js';

type Violation = { readonly from: string; readonly rule: { readonly name: string } };

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What dependency-cruiser finds in a tree with our rules; its exit status counts violations. */
function cruise(folder: string, paths: readonly string[]): readonly Violation[] {
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const report = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
  return report.summary.violations;
}

/** Files that the planted imports lead to; alone they break no rule. */
const targets: Readonly<Record<string, string>> = {
  'src/domain/planted/state.ts': 'export type State = { readonly status: string };',
  'src/domain/planted/decide.ts': 'export const decide = () => [];',
  'src/domain/planted/cycle.ts': "import '../e.js';",
  'src/graphql/planted/schema.ts': 'export type Schema = { readonly sdl: string };',
  'src/adapters/planted/store.ts': 'export const store = new Map<string, string>();',
  'src/adapters/planted/cycle.ts': "import '../h.js';",
  'src/main.ts': 'export const main = async () => 0;',
  'tests/support/given.ts': 'export const given = [];',
};

/** One violation each: the rule it breaks, the file, its only import. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['domain-is-pure', 'src/domain/a.ts', "import '../adapters/planted/store.js';"],
  ['domain-is-pure', 'src/domain/b.ts', "import 'node:fs';"],
  ['domain-is-pure', 'src/domain/c.ts', "import 'pino';"],
  ['domain-is-pure', 'src/domain/d.ts', "import type {} from '../graphql/planted/schema.js';"],
  ['projections-never-decide', 'src/projections/a.ts', "import '../domain/planted/decide.js';"],
  [
    'projections-never-decide',
    'src/projections/b.ts',
    "import type {} from '../domain/planted/state.js';",
  ],
  ['projections-are-pure', 'src/projections/c.ts', "import type {} from '../graphql/a.js';"],
  ['adapters-know-no-graphql', 'src/adapters/a.ts', "import type {} from '../graphql/a.js';"],
  ['graphql-knows-no-adapter', 'src/graphql/a.ts', "import '../adapters/planted/store.js';"],
  ['graphql-libraries-stay-in-graphql', 'src/adapters/b.ts', "import 'type-graphql';"],
  ['graphql-libraries-stay-in-graphql', 'src/projections/d.ts', "import 'class-validator';"],
  ['graphql-libraries-stay-in-graphql', 'src/adapters/c.ts', "import type {} from 'dataloader';"],
  ['storage-stays-in-adapters', 'src/graphql/b.ts', "import 'node:sqlite';"],
  [
    'event-store-client-stays-in-its-adapter',
    'src/adapters/i.ts',
    "import '@eventstore/db-client';",
  ],
  ['only-main-wires', 'src/adapters/d.ts', "import '../main.js';"],
  ['production-stands-alone', 'src/adapters/e.ts', "import '../../tests/support/given.js';"],
  ['production-needs-no-dev-dependency', 'src/adapters/f.ts', "import 'fast-check';"],
  ['console-knows-only-the-schema', 'console/a.ts', "import '../src/main.js';"],
  ['no-unresolved', 'src/adapters/g.ts', "import './gone.js';"],
  ['no-cycle', 'src/adapters/h.ts', "import './planted/cycle.js';"],
  ['no-cycle', 'src/domain/e.ts', "import type {} from './planted/cycle.js';"],
];

describe('the arrows of the architecture', () => {
  test('hold in the whole tree', () => {
    const found = cruise(root, ['src', 'bench', 'tests', 'scripts']);
    expect(found.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  describe('are seen when broken', () => {
    let folder: string;
    let found: readonly Violation[];

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'jalon-arrows-'));
      for (const name of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
        cpSync(join(root, name), join(folder, name));
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const plants = Object.fromEntries(planted.map(([, path, text]) => [path, text]));
      for (const [path, text] of Object.entries({ ...targets, ...plants })) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), `${text}\n`);
      }
      found = cruise(folder, ['src', 'tests', 'console']);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(planted)('%s in %s', (rule, path) => {
      const rules = found
        .filter(({ from }) => from === path)
        .map((violation) => violation.rule.name);
      expect(rules).toContain(rule);
    });

    test('and nothing else is called broken', () => {
      const guilty = new Set(planted.map(([, path]) => path));
      expect(found.filter(({ from }) => !guilty.has(from))).toEqual([]);
    });

    test('by every rule there is', () => {
      const config = execFileSync(
        process.execPath,
        [
          '-p',
          `JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name))`,
        ],
        { cwd: root, encoding: 'utf8' },
      );
      const names = JSON.parse(config) as readonly string[];
      expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(names));
    });
  });
});
