import type { Migrations } from '../postgres/migrate.js';

/**
 * The tables of keys and tokens, which are records: never rebuilt, never dropped. Every change of
 * the keys has a number, taken under the lock of one row until it is committed, so whoever has
 * seen a number has seen all smaller ones. A destroyed key leaves its id.
 */
export const keysMigrations: Migrations = {
  part: 'keys',
  steps: [
    `CREATE SCHEMA jalon_keys;
    CREATE TABLE jalon_keys.latest (change bigint NOT NULL);
    INSERT INTO jalon_keys.latest VALUES (0);
    CREATE TABLE jalon_keys.text_keys (
      id text COLLATE "C" PRIMARY KEY,
      key bytea,
      change bigint NOT NULL
    );
    CREATE INDEX ON jalon_keys.text_keys (change, id);
    CREATE TABLE jalon_keys.secrets (
      name text COLLATE "C" PRIMARY KEY,
      secret bytea NOT NULL
    );
    CREATE TABLE jalon_keys.tokens (
      number bigint GENERATED ALWAYS AS IDENTITY,
      id text COLLATE "C" PRIMARY KEY,
      hash text COLLATE "C" NOT NULL UNIQUE,
      role text NOT NULL,
      organizations text NOT NULL,
      label text,
      "createdAt" text NOT NULL,
      "expiresAt" text NOT NULL,
      "revokedAt" text
    );`,
  ],
};

/** Name of the channel on which nodes hear that a key was destroyed. */
export const keysChannel = 'jalon_keys';
