import type { Migrations } from '../postgres/migrate.js';

/**
 * The tables of uploads and reports. Files are cut into pieces, so that no node ever holds a
 * whole one on its way in or out of the database. While an upload arrives its length is what it
 * may have, and nobody knows its id.
 */
export const importsMigrations: Migrations = {
  part: 'imports',
  steps: [
    `CREATE SCHEMA jalon_imports;
    CREATE TABLE jalon_imports.uploads (
      id text COLLATE "C" PRIMARY KEY,
      organization text COLLATE "C" NOT NULL,
      name text COLLATE "C" NOT NULL,
      length bigint NOT NULL,
      "expiresAt" bigint NOT NULL
    );
    CREATE INDEX ON jalon_imports.uploads (organization);
    CREATE TABLE jalon_imports.upload_chunks (
      file text COLLATE "C" REFERENCES jalon_imports.uploads ON DELETE CASCADE,
      part integer,
      bytes bytea NOT NULL,
      PRIMARY KEY (file, part)
    );
    CREATE TABLE jalon_imports.reports (
      ordinal bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      hash text COLLATE "C" PRIMARY KEY,
      length bigint NOT NULL
    );
    CREATE TABLE jalon_imports.report_chunks (
      file text COLLATE "C" REFERENCES jalon_imports.reports ON DELETE CASCADE,
      part integer,
      bytes bytea NOT NULL,
      PRIMARY KEY (file, part)
    );`,
  ],
};
