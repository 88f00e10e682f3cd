// Runs the tests and closes with one line, `N passed, N failed, N skipped`.
// `--crash`, `--import` and `--cluster` run one kind of reliability tests alone, as long as the
// script `npm run test:crash` and its like promise.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const longRuns = {
  '--crash': {
    args: ['--testPathPatterns=tests/reliability/.*-crash', '--testTimeout=3600000'],
    env: { CRASH_CYCLES: '200' },
  },
  '--import': {
    args: ['--testPathPatterns=tests/reliability/import-crash', '--testTimeout=3600000'],
    env: { IMPORT_ROWS: '1000000' },
  },
  '--cluster': {
    args: ['--testPathPatterns=tests/reliability/cluster', '--testTimeout=3600000'],
    env: { CLUSTER_SECONDS: '300' },
  },
};
const longRun = process.argv.map((argument) => longRuns[argument]).find(Boolean);
const forwarded = process.argv.slice(2).filter((argument) => !(argument in longRuns));

/** Runs jest under the Node that npm brought; resolves with its exit status, null if killed. */
function runJest(report) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...(longRun?.args ?? []),
    ...forwarded,
  ];
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, ...longRun?.env };
  return new Promise((resolve) => {
    const jest = spawn('node', args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
    jest.on('error', () => resolve(null)).on('exit', resolve);
  });
}

/** Counts tests; a file that does not even load is one failure. */
function readCounts(report) {
  try {
    const totals = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: totals.numPassedTests,
      failed: totals.numFailedTests + totals.numRuntimeErrorTestSuites,
      skipped: totals.numPendingTests + totals.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'jalon-test-'));
const report = join(folder, 'report.json');
const status = await runJest(report);
const counts = readCounts(report);
rmSync(folder, { recursive: true });

// A runner that broke, or ran nothing, has not passed.
if (counts.failed === 0 && (status !== 0 || counts.passed === 0)) counts.failed = 1;
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
);
process.exitCode = counts.failed === 0 ? 0 : 1;
