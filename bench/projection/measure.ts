// Measures the projections alone: node --import ./scripts/dev-hook.mjs bench/projection/measure.ts
import { projectionBench } from './projection-bench.js';

const events = Number(process.argv[2] ?? 1_000_000);

for (const line of await projectionBench({ events })) console.log(JSON.stringify(line));
