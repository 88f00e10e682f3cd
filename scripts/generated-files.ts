import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { currentVersion, eventTypes } from '../src/domain/catalogue.js';
import { printHubSchema } from '../src/graphql/schema.js';
import { configurationTable } from '../src/main/configuration.js';
import { authorityPage } from './authority-page.js';
import { eventCatalogue, sampleEvent } from './event-catalogue.js';

const root = new URL('../', import.meta.url);

/** Path of a file of the project. */
export const projectFile = (path: string): string => fileURLToPath(new URL(path, root));

async function formatted(path: string, content: string): Promise<string> {
  const options = await resolveConfig(projectFile('package.json'));
  return format(content, { ...options, filepath: path });
}

/**
 * The files made from the program itself, by path: schema, event catalogue, authority and
 * configuration tables. A test fails while one is stale.
 */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const configuration = [
    '# Configuration',
    '',
    'Made by `npm run generate`; `npx jalon config` prints the same.',
    '',
    configurationTable('markdown', 'en'),
  ].join('\n');
  return new Map([
    ['schema.graphql', await printHubSchema()],
    ['docs/authority.md', await formatted('docs/authority.md', authorityPage())],
    ['docs/events.md', await formatted('docs/events.md', eventCatalogue())],
    ['docs/configuration.md', await formatted('docs/configuration.md', configuration)],
  ]);
}

/**
 * Fixtures of event versions that have none yet. A fixture that exists is what the log may
 * hold and is never made anew.
 */
export async function missingFixtures(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const type of eventTypes) {
    const path = `tests/stored-events/fixtures/${type}.v${currentVersion(type)}.json`;
    if (existsSync(projectFile(path))) continue;
    files.set(path, await formatted(path, JSON.stringify(sampleEvent(type))));
  }
  return files;
}
