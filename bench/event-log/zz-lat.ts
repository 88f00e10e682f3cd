import { mkdtempSync, rmSync } from 'node:fs';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.ts';
import { sampleEvent } from './sample-event.ts';
import { rawAppendRate } from './raw-append.ts';
const d = mkdtempSync('/tmp/prof-');
const log = await openSqliteEventLog({file:d+'/b.db'});
const raws=[],ones=[];
for (let round=0; round<Number(process.argv[2] ?? 5); round++) {
raws.push(1e6/rawAppendRate(d+'/raw', 1000));
 let n=0, rev=-1, t=performance.now(); while(performance.now()-t<1000){ await log.append('observation-x'+round, rev++, [sampleEvent(512)]); n++ } ones.push((performance.now()-t)*1000/n); }
await log.close();
console.log('raw',raws.map(x=>x|0).join(' '),'one',ones.map(x=>x|0).join(' '), 'ratio', ones.map((o,i)=>(raws[i]!/o).toFixed(2)).join(' '));
rmSync(d,{recursive:true});
