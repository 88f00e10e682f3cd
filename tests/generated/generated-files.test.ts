import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generatedFiles, missingFixtures, projectFile } from '../../scripts/generated-files.js';

describe('what npm run generate makes', () => {
  it('is committed as it would be made today', async () => {
    const stale = [...(await generatedFiles())]
      .filter(([path, content]) => readFileSync(projectFile(path), 'utf8') !== content)
      .map(([path]) => path);
    expect(stale).toEqual([]);
  });

  it('has a fixture of every event version', async () => {
    expect([...(await missingFixtures()).keys()]).toEqual([]);
  });

  it('has types for the operations that clients rely on', () => {
    const codegen = projectFile('node_modules/@graphql-codegen/cli/esm/bin.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [codegen, '--config', 'codegen.yml', '--check'],
      { cwd: projectFile('.'), encoding: 'utf8' },
    );
    expect(status === 0 ? '' : stdout + stderr).toBe('');
  });
});
