import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ComposeFile } from './compose-file.js';
import { infraDocument } from './infra-files.js';

/** Makes folders and files as es-gencert-cli 1.0.2 does, and refuses a folder that is there. */
const maker = `#!/bin/sh -e
kind=$1; shift
while [ $# -gt 0 ]; do case $1 in -out) out=$2 ;; -dns-names) names=$2 ;; esac; shift; done
mkdir "$out"
case $kind in create-ca) name=ca ;; *) name=node; test -r authority/ca.key ;; esac
echo "$names" > "$out/$name.crt"; chmod 444 "$out/$name.crt"
echo key > "$out/$name.key"; chmod 400 "$out/$name.key"
`;

const { command = [] } = infraDocument<ComposeFile>('compose.yaml').services['certificates'] ?? {};
/** Nobody in particular, since a superuser may write to what is read-only. */
const somebody = process.getuid?.() === 0 ? { uid: 1_000, gid: 1_000 } : {};

describe('the certificates of the compose file', () => {
  let folder: string;
  const inside = (path: string): string => join(folder, 'certificates', path);
  const text = (path: string): string => readFileSync(inside(path), 'utf8').trim();
  const mode = (path: string): number => statSync(inside(path)).mode & 0o777;

  function make(): { readonly code: number | null; readonly said: string } {
    const script = (command[0] ?? '').replaceAll('$$', '$').replace('/certificates', inside(''));
    const { status, stderr } = spawnSync('sh', ['-euc', script], {
      env: { PATH: `${folder}:${process.env['PATH']}`, HUB_NAME: 'hub.example.org' },
      encoding: 'utf8',
      ...somebody,
    });
    return { code: status, said: stderr };
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-certificates-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'es-gencert-cli'), maker, { mode: 0o755 });
    mkdirSync(inside(''));
    if (somebody.uid !== undefined) chownSync(inside(''), somebody.uid, somebody.gid);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('name every member and the proxy, and only the authority is for all to read', () => {
    expect(make()).toEqual({ code: 0, said: '' });
    expect(text('node1/node.crt')).toBe('localhost,eventstore-1');
    expect(text('node3/node.crt')).toBe('localhost,eventstore-3');
    expect(text('proxy/node.crt')).toBe('proxy,hub.example.org');
    expect(mode('trust') & 0o055).toBe(0o055);
    expect(mode('trust/ca.crt') & 0o044).toBe(0o044);
    for (const path of ['authority', 'node1', 'node2', 'node3', 'proxy'])
      expect([path, mode(path)]).toEqual([path, 0o700]);
  });

  test('are made again where they were deleted, and left alone elsewhere', () => {
    make();
    const kept = statSync(inside('node1/node.crt')).ino;
    rmSync(inside('node2'), { recursive: true });
    expect(make()).toEqual({ code: 0, said: '' });
    expect(text('node2/node.crt')).toBe('localhost,eventstore-2');
    expect(statSync(inside('node1/node.crt')).ino).toBe(kept);
  });

  test('are never signed by a second authority while the first is trusted', () => {
    make();
    renameSync(inside('authority'), join(folder, 'elsewhere'));
    rmSync(inside('proxy'), { recursive: true });
    expect(make()).toMatchObject({ code: 1, said: expect.stringContaining('authority') });
    expect(existsSync(inside('authority')) || existsSync(inside('proxy'))).toBe(false);
  });
});
