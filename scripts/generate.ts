import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles, missingFixtures, projectFile } from './generated-files.js';

for (const files of [await generatedFiles(), await missingFixtures()])
  for (const [path, content] of files) {
    mkdirSync(dirname(projectFile(path)), { recursive: true });
    writeFileSync(projectFile(path), content);
    console.log(path);
  }

const codegen = projectFile('node_modules/@graphql-codegen/cli/esm/bin.js');
const { status } = spawnSync(process.execPath, [codegen, '--config', 'codegen.yml'], {
  cwd: projectFile('.'),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
