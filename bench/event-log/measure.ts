// Measures the event log alone: node --import ./scripts/dev-hook.mjs bench/event-log/measure.ts
import { appendBench } from './append-bench.js';
import { replayBench } from './replay-bench.js';

const seconds = Number(process.argv[2] ?? 5);
const events = Number(process.argv[3] ?? 1_000_000);

for (const line of await appendBench({ seconds })) console.log(JSON.stringify(line));
for (const line of await replayBench({ events })) console.log(JSON.stringify(line));
