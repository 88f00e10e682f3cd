import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { memoryImportStore } from '../../src/adapters/import-store/memory-import-store.js';
import { importDesk } from '../../src/main/import-desk.js';
import { importPorts } from '../../src/main/import-ports.js';
import { xlsxBytes } from '../adapters/imports/xlsx-bytes.js';
import { deliveredCodeLists } from '../support/code-lists.js';
import { uploadOf } from '../support/upload-of.js';
import { queryHub } from '../graphql/query-hub.js';
import { body, registerTowns } from '../graphql/query-town.js';

const rows = 15_000;
const mapping = JSON.stringify({
  indicator: 'calls-for-service',
  body: { column: 'name', by: 'name' },
  period: '2021',
  value: { column: 'calls' },
});
const limits = { reportsBytesMax: 1, uploadsBytesMax: 8_388_608, uploadMs: 1_000 };

test('others are answered while a large workbook is taken apart', async () => {
  const { services, ...hub } = await queryHub();
  await registerTowns({ services, ...hub });
  const store = memoryImportStore(limits, () => 0);
  const ports = importPorts({ ...hub, now: services.now }, deliveredCodeLists);
  const happened: string[] = [];
  const watched: typeof ports = {
    ...ports,
    // The last thing asked before the file is read, and the first thing asked after it.
    organizations: () => (happened.push('reading begins'), ports.organizations()),
    setting: () => (happened.push('all is read'), ports.setting()),
  };
  const desk = importDesk({ ...hub, store }, watched, {
    importRowsMax: rows,
    importsRunningMax: 1,
  });
  const lines = Array.from({ length: rows }, (_, at) => [`Nowhere ${at}`, at, 'some', 'more']);
  const bytes = xlsxBytes({ Data: [['name', 'calls', 'of', 'this'], ...lines] });
  const upload = (await store.keepUpload(body.hamilton, uploadOf('large.xlsx', bytes))) ?? '';
  const order = { idempotencyKey: 'large', upload, mapping, dryRun: true, acceptValid: false };
  const editor = {
    actor: 'an editor',
    role: 'municipal-editor',
    organizations: [body.hamilton],
  } as const;
  let isDone = false;
  const importing = desk
    .importObservations(order, editor, 'correlation')
    .finally(() => (isDone = true));
  while (!isDone) {
    await hub.read('{ organization(code: "3525005") { code } }');
    happened.push('somebody is answered');
    // As a request would: it comes over the network, which has its turn only now.
    await setImmediate();
  }
  expect(await importing).toMatchObject({ result: { rows, rejected: rows, problems: rows } });
  const meanwhile = happened.slice(
    happened.indexOf('reading begins') + 1,
    happened.indexOf('all is read'),
  );
  // Who only waits for the disk in between answers a few times.
  expect(meanwhile.length).toBeGreaterThan(20);
  await hub.close();
});
