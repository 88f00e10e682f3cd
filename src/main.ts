import 'reflect-metadata';
import { readConfiguration } from './main/configuration.js';
import { start } from './main/start.js';

/** TEMPORARY entry */
export async function main(argv: readonly string[]): Promise<number> {
  const reading = readConfiguration(process.env);
  if ('problems' in reading) {
    for (const { message } of reading.problems) process.stderr.write(`${message.en}\n`);
    return 1;
  }
  await start(reading.configuration, {
    demo: argv.includes('--demo'),
    onDemo: () => undefined,
    onBuild: () => undefined,
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  return 0;
}
