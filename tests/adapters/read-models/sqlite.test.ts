import { readModelsContract } from './contract.js';
import { temporaryHub, type TemporaryHub } from './temporary-hub.js';

let hub: TemporaryHub | undefined;

async function open() {
  hub = await temporaryHub();
  return { log: hub.log, readModels: await hub.open() };
}

readModelsContract('sqlite', open, async () => hub?.close());
