import { CommandFailed } from '../adapters/cli/cli-actions.js';
import { DatabaseUnavailable } from '../adapters/postgres/database-failures.js';
import { EventLogUnavailable } from '../domain/event-log.js';

/** Says in both languages why the log or the database cannot be used. @throws CommandFailed */
export async function explained<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (error instanceof DatabaseUnavailable)
      throw new CommandFailed({
        en: `PostgreSQL (DATABASE_URL) cannot be used. ${error.message}`,
        fr: `PostgreSQL (DATABASE_URL) ne peut pas être utilisé. ${error.message}`,
      });
    if (!(error instanceof EventLogUnavailable)) throw error;
    throw new CommandFailed({
      en: `The event log cannot be used. ${error.message}`,
      fr: `Le journal des événements ne peut pas être utilisé. ${error.message}`,
    });
  }
}

// A log in memory ends with the command that filled it.
