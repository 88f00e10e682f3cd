import type { EventData, EventType } from '../../domain/catalogue.js';
import { applyEvent, foldEvents, type AnyFold } from '../../domain/fold.js';
import { categoryOf, codeOf } from '../../domain/identifiers.js';
import type { Projection } from '../projection.js';
import { consentTable, type GrantRow } from './view.js';

type Grants = readonly GrantRow[];

const changed = (grants: Grants, grantId: string, change: (grant: GrantRow) => GrantRow): Grants =>
  grants.map((grant) => (grant.id === grantId ? change(grant) : grant));

const on: { readonly [T in EventType]?: (grants: Grants, data: EventData<T>) => Grants } = {
  ConsentGranted: (grants, { grantId, firstNation: _, ...terms }) => [
    ...grants,
    { id: grantId, ...terms, withdrawn: false },
  ],
  ConsentNarrowed: (grants, { grantId, reason: _, ...terms }) =>
    changed(grants, grantId, ({ id, withdrawn }) => ({ id, ...terms, withdrawn })),
  ConsentWithdrawn: (grants, { grantId }) =>
    changed(grants, grantId, (grant) => ({ ...grant, withdrawn: true })),
};

const consentFold: AnyFold<Grants> = { initial: [], on: on as AnyFold<Grants>['on'] };

/** What each First Nation consents to, as it stands. */
export const consents: Projection = {
  name: 'consent',
  version: 1,
  tables: [consentTable],
  project: (events, views) => {
    for (const event of events) {
      const { stream, position } = event;
      if (categoryOf(stream) !== 'consent') continue;
      const firstNation = codeOf(stream);
      const grants =
        event.type === 'DecisionRecordedInError'
          ? foldEvents(consentFold, views.history(stream, position))
          : applyEvent(consentFold, views.get(consentTable, [firstNation])?.grants ?? [], event);
      views.put(consentTable, { firstNation, grants }, position);
      views.touch('consents');
    }
  },
};
