#!/usr/bin/env node
// The `jalon` command. It also loads on a Node that is too old to run it, to say so or to hand
// over to the Node that npm brought: so nothing is imported before the version is known.
const requiredMajor = 24;

/** Longest that the process goes on once its command is over. */
const endMsMax = 1000;

function fail(english, french) {
  process.stderr.write(`jalon: ${english} / ${french}\n`);
  process.exitCode = 1;
}

/** The Node of `optionalDependencies` for this machine, if npm installed it. */
async function findBroughtNode() {
  const [fs, url] = await Promise.all([import('fs'), import('url')]);
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const path = `../node_modules/${name}/bin/node${windows ? '.exe' : ''}`;
  const file = url.fileURLToPath(new URL(path, import.meta.url));
  return fs.existsSync(file) ? file : undefined;
}

/** Runs this command again under another Node and ends as that process ends. */
async function handOver(node) {
  const { spawn } = await import('child_process');
  const pass = (signal) => child.kill(signal);
  // A terminal interrupts both processes by itself; a second one would look like impatience.
  const passInterrupt = process.stdin.isTTY ? () => {} : pass;
  // Listened for before the other process is there, which may be up sooner than spawn returns.
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', passInterrupt);
  const args = process.argv.slice(1);
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  child.on('error', () => fail(`${node} does not start.`, `${node} ne démarre pas.`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code;
    else process.removeAllListeners(signal).kill(process.pid, signal);
  });
}

/** A program handed over stops in good order when the process that started it was killed. */
function stopWithLauncher() {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

async function runHere() {
  stopWithLauncher();
  const { ensureBuilt } = await import('../scripts/ensure-built.mjs');
  if (!ensureBuilt()) return fail('the program is not built.', "le programme n'est pas compilé.");
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(process.argv.slice(2));
  // A library may still hold a connection that is never answered, and with it the process.
  const end = () => void setTimeout(() => process.exit(), endMsMax).unref();
  process.stdout.write('', end);
}

async function run() {
  if (Number(process.versions.node.split('.')[0]) >= requiredMajor) return runHere();
  const node = await findBroughtNode();
  if (node !== undefined) return handOver(node);
  return fail(
    `Node ${requiredMajor} or newer is needed, this is ${process.version}.`,
    `il faut Node ${requiredMajor} ou plus récent, ceci est ${process.version}.`,
  );
}

run().catch((error) => {
  process.stderr.write(`${(error && error.stack) || error}\n`);
  process.exitCode = 1;
});
