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
        en: `PostgreSQL: ${error.sentence.en}`,
        fr: `PostgreSQL : ${error.sentence.fr}`,
      });
    if (!(error instanceof EventLogUnavailable)) throw error;
    throw new CommandFailed({
      en: `The event log cannot be used. ${error.sentence.en}`,
      fr: `Le journal des événements ne peut pas être utilisé. ${error.sentence.fr}`,
    });
  }
}

// A log in memory ends with the command that filled it.
