import { describe, expect, it } from '@jest/globals';
import { CommandFailed } from '../../src/adapters/cli/cli-actions.js';
import { cliActions } from '../../src/main/cli-actions.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { postgresDatabases } from '../support/postgres-databases.js';

const databases = postgresDatabases();

function actionsFor(environment: Record<string, string>) {
  const reading = readConfiguration(environment);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return cliActions(reading.configuration);
}

const onDatabase = (url: string) =>
  actionsFor({ JALON_READ_MODELS: 'postgres', DATABASE_URL: url });

describe('bringing the tables up to date', () => {
  it('makes what an empty database lacks, and nothing the second time', async () => {
    const database = await databases.create();
    const applied = () =>
      databases.query(database, 'SELECT part, step FROM jalon_meta.migrations ORDER BY part, step');
    expect(await onDatabase(database.url).migrate()).toBe(true);
    const first = await applied();
    for (const part of ['views', 'mail', 'imports'])
      expect(first).toContainEqual({ part, step: 1 });
    expect(await onDatabase(database.url).migrate()).toBe(true);
    expect(await applied()).toEqual(first);
    await databases.drop(database);
  });

  it('has nothing to do where no database is used', async () => {
    expect(await actionsFor({}).migrate()).toBe(false);
  });

  it('refuses a database that cannot hold every character', async () => {
    const database = await databases.create();
    const url = new URL(database.url);
    url.pathname = '/narrow';
    const narrow = `CREATE DATABASE narrow TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`;
    await databases.query(database, narrow);
    const failure = await onDatabase(url.href)
      .migrate()
      .catch((error: unknown) => error);
    await databases.query(database, 'DROP DATABASE narrow');
    await databases.drop(database);
    expect(failure).toBeInstanceOf(CommandFailed);
    expect((failure as CommandFailed).sentence).toEqual({
      en: "PostgreSQL: the database has the encoding LATIN1. Create it with ENCODING 'UTF8'.",
      fr: "PostgreSQL : la base de données a l’encodage LATIN1. Créez-la avec ENCODING 'UTF8'.",
    });
  });

  it('says in both languages which database is away, without its password', async () => {
    const away = onDatabase('postgres://jalon:secret@127.0.0.1:1/jalon').migrate();
    const failure = await away.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailed);
    const { sentence } = failure as CommandFailed;
    expect(sentence.en).toContain('jalon@127.0.0.1:1/jalon');
    expect(`${sentence.en} ${sentence.fr}`).not.toContain('secret');
  });
});
