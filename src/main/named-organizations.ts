import type { NamedOrganization } from '../adapters/imports/body-names.js';
import { upcast, type EventData } from '../domain/catalogue.js';
import type { EventLog } from '../domain/event-log.js';
import { categoryOf } from '../domain/identifiers.js';

/** Every organization of the log under its newest name. It reads the log: views may lag. */
export async function namedOrganizations(log: EventLog): Promise<Iterable<NamedOrganization>> {
  const byStream = new Map<string, NamedOrganization>();
  for await (const batch of log.readAll())
    for (const stored of batch) {
      if (categoryOf(stored.stream) !== 'organization') continue;
      const { type, stream, data } = upcast(stored);
      const standing = byStream.get(stream);
      if (type === 'OrganizationRegistered')
        byStream.set(stream, data as EventData<'OrganizationRegistered'>);
      if (type === 'OrganizationRenamed' && standing !== undefined)
        byStream.set(stream, { ...standing, ...(data as EventData<'OrganizationRenamed'>) });
    }
  return byStream.values();
}
