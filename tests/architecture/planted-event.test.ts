import { relative } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { root } from './source-files.js';

const eventsFile = 'src/domain/commitment/events.ts';

/** Compile errors of `src`, by file, once `plant` has changed the commitment's events. */
function compileErrors(plant: (source: string) => string): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.build.json`,
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  ) as ts.ParsedCommandLine;
  const host = ts.createCompilerHost(config.options);
  const readFile = host.readFile;
  host.readFile = (file) => {
    const source = readFile(file);
    return file === `${root}${eventsFile}` && source !== undefined ? plant(source) : source;
  };
  const program = ts.createProgram(config.fileNames, config.options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file }) => (file === undefined ? 'tsconfig' : relative(root, file.fileName)));
}

test('a new kind of event stops the compiler in the two places that must learn of it', () => {
  const declaration = 'export const commitmentEvents = {\n';
  const errors = compileErrors((source) => {
    expect(source).toContain(declaration);
    return source.replace(
      declaration,
      `${declaration}  CommitmentPraised: z.object({ praisedOn: civilDate() }),\n`,
    );
  });
  expect(errors.toSorted()).toEqual([
    'src/domain/commitment/state.ts',
    'src/projections/audit-timeline/sentences.ts',
  ]);
});
