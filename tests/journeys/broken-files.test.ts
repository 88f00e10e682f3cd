import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dataFolder, runJalon } from '../support/hub-process.js';

const settings = {
  JALON_PORT: '0',
  JALON_SMTP_URL: 'smtp://localhost:1',
  JALON_MAIL_FROM: 'jalon@example.org',
};

// A process that stays would never be started again by whoever keeps it running.
test.each(['log.db', 'keys.db', 'imports.db', 'mail.db'])(
  'a hub that cannot open %s ends and says why',
  async (name) => {
    const { folder, remove } = dataFolder();
    writeFileSync(join(folder, name), 'no database at all, only words');
    const { code, stderr } = await runJalon({ folder, settings }, 'start');
    expect([code, stderr]).toEqual([1, expect.stringContaining('file is not a database')]);
    remove();
  },
);
