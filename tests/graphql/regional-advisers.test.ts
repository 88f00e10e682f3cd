import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { beginImport } from '../../src/domain/import/commands.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import {
  registerOrganization,
  succeedOrganization,
} from '../../src/domain/organization/commands.js';
import { invitePerson, grantRole } from '../../src/domain/person/commands.js';
import { fileSubmission } from '../../src/domain/submission/commands.js';
import { body } from './query-town.js';
import {
  as,
  cycleId,
  indicator,
  period,
  reportedHub,
  reviewer,
  words,
  type ReportingHub,
} from './reporting-hub.js';

const { peel, mississauga, hamilton } = body;
const sault = '3557061';
const blindRiver = '3557038';
const algoma = '3557';
const person = `person-${'a'.repeat(32)}`;

let hub: ReportingHub;
/** Two towns of Algoma, which has no county, and a First Nation there, beside the reports. */
beforeAll(async () => {
  hub = await reportedHub();
  for (const [code, en, tier] of [
    [sault, 'Sault Ste. Marie', 'SINGLE'],
    [blindRiver, 'Blind River', 'SINGLE'],
  ] as const) {
    const town = { code, kind: 'MUNICIPALITY', tier, censusDivision: algoma } as const;
    await hub.record(registerOrganization, { ...town, name: { en } });
  }
  await hub.record(registerOrganization, {
    code: 'garden-river',
    kind: 'FIRST_NATION',
    censusDivision: algoma,
    name: { en: 'Garden River' },
  });
  await hub.report(sault, '700');
  await hub.record(
    beginImport,
    {
      organization: sault,
      kind: 'OBSERVATIONS',
      fileName: 'sault.csv',
      fileHash: 'a'.repeat(64),
    },
    as('municipal-editor', sault),
  );
});
afterAll(() => hub.close());

const ofAlgoma = as('regional-adviser', algoma);
const ofPeel = as('regional-adviser', peel);

const table = `query ($filter: SubmissionFilter) {
  submissions(cycleId: "${cycleId}", filter: $filter) { edges { node { organization { code } } } }
}`;
async function bodiesIn(caller: Caller, filter?: object): Promise<readonly string[]> {
  const { submissions } = await hub.read<{
    submissions: { edges: { node: { organization: { code: string } } }[] };
  }>(table, { filter }, { caller });
  return submissions.edges.map(({ node }) => node.organization.code);
}

const report = `query ($body: ID!) {
  submission(cycleId: "${cycleId}", body: $body) {
    state steps { kind } imports { fileName }
  }
  reportsDue(body: $body) { period }
}`;
const reportFor = (caller: Caller, code: string) => hub.read(report, { body: code }, { caller });

describe('the adviser of a region', () => {
  it('reads state, history and imports of its municipalities, by census division', async () => {
    expect(await bodiesIn(ofAlgoma)).toEqual([blindRiver, sault]);
    expect(await reportFor(ofAlgoma, sault)).toEqual({
      submission: { state: 'DRAFT', steps: [], imports: [{ fileName: 'sault.csv' }] },
      reportsDue: [{ period }],
    });
  });

  it('reads those of a county or region that belong to it', async () => {
    expect(await bodiesIn(ofPeel)).toEqual([mississauga]);
    expect(await reportFor(ofPeel, mississauga)).toMatchObject({
      submission: { state: 'SUBMITTED', steps: [{ kind: 'FILED' }] },
    });
  });

  it('reads nothing of other regions, nor of a First Nation that did not name it', async () => {
    const nothing = { submission: null, reportsDue: null };
    expect(await reportFor(ofPeel, sault)).toEqual(nothing);
    expect(await reportFor(ofAlgoma, mississauga)).toEqual(nothing);
    expect(await reportFor(ofAlgoma, 'garden-river')).toEqual(nothing);
    expect(
      await hub.read(
        '{ consents(firstNation: "garden-river") { id } }',
        {},
        {
          caller: ofAlgoma,
        },
      ),
    ).toEqual({ consents: null });
    for (const field of ['importAttempts', 'informationRequests']) {
      const asking = (code: string) =>
        hub.ask(
          `{ ${field}(organization: "${code}") { edges { cursor } } }`,
          {},
          {
            caller: ofPeel,
          },
        );
      expect((await asking(sault)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await asking(mississauga)).errors).toBeUndefined();
    }
  });

  it('is shown the numbers of its municipalities before they are accepted, and no others', async () => {
    const source = `{ outcomesByBody(indicator: "${indicator}", period: "${period}") {
      edges { node { organization { code } value } }
    } }`;
    const shown = async (caller: Caller) => {
      const { outcomesByBody } = await hub.read<{
        outcomesByBody: {
          edges: { node: { organization: { code: string }; value: string | null } }[];
        };
      }>(source, {}, { caller });
      return outcomesByBody.edges
        .map(({ node }) => node)
        .filter(({ value }) => value !== null)
        .map(({ organization }) => organization.code);
    };
    expect(await shown(ofAlgoma)).toEqual([sault]);
    expect(await shown(ofPeel)).toEqual([mississauga]);
  });

  it('changes nothing', async () => {
    const number = { indicator, organization: sault, period, value: '1', idempotencyKey: 'n' };
    expect(await hub.execute(recordObservation, number, ofAlgoma)).toEqual({ outcome: 'denied' });
    const filing = { cycleId, body: sault, attestation: words, idempotencyKey: 'f' };
    expect(await hub.execute(fileSubmission, filing, ofAlgoma)).toEqual({ outcome: 'denied' });
  });

  it('goes on with a municipality that takes the place of one of its own', async () => {
    const town = { code: '3557100', kind: 'MUNICIPALITY', tier: 'SINGLE' } as const;
    const place = { censusDivision: algoma, existsFrom: '2024-06-15' };
    await hub.record(registerOrganization, { ...town, ...place, name: { en: 'New Algoma' } });
    await hub.record(succeedOrganization, {
      organization: blindRiver,
      successor: '3557100',
      endedOn: '2024-06-15',
    });
    expect(await bodiesIn(as('regional-adviser', '3557100'))).toEqual([blindRiver]);
    expect(await bodiesIn(ofAlgoma)).toEqual([blindRiver, sault]);
  });
});

describe('a list is asked of a region', () => {
  it('by the ministry of reports, of bodies, of clocks and of what is due', async () => {
    expect(await bodiesIn(reviewer, { region: algoma })).toEqual([blindRiver, sault]);
    expect(await bodiesIn(reviewer, { region: peel })).toEqual([mississauga]);
    const source = `query ($region: ID) {
      organizations(filter: { region: $region }) { edges { node { code } } }
      statutoryClocks(filter: { region: $region }) { edges { node { bodies { code } } } }
      due(filter: { region: $region, kind: "report", includeClosed: true }) {
        edges { node { organizations { code } } }
      }
    }`;
    const asked = await hub.read<Record<string, { edges: { node: object }[] }>>(
      source,
      { region: peel },
      { caller: reviewer },
    );
    const nodes = Object.values(asked).map(({ edges }) => edges.map(({ node }) => node));
    expect(nodes).toEqual([
      [{ code: peel }, { code: mississauga }],
      [{ bodies: [{ code: peel }] }, { bodies: [{ code: mississauga }] }],
      [{ organizations: [{ code: mississauga }] }],
    ]);
  });
});

it('a grant names the region, which people and the timeline call by its name', async () => {
  await hub.record(invitePerson, { person });
  const role = 'regional-adviser' as const;
  await hub.record(grantRole, { person, role, organization: algoma });
  await hub.record(grantRole, { person, role, organization: hamilton });
  const source =
    '{ people { edges { node { roles { organization { code kind name { fr } } } } } } }';
  const { people } = await hub.read<{ people: { edges: { node: object }[] } }>(
    source,
    {},
    {
      caller: as('administrator', 'solgen'),
    },
  );
  expect(people.edges.map(({ node }) => node)).toEqual([
    {
      roles: [
        {
          organization: {
            code: algoma,
            kind: null,
            name: { fr: 'Algoma (division de recensement)' },
          },
        },
        { organization: { code: hamilton, kind: 'MUNICIPALITY', name: { fr: null } } },
      ],
    },
  ]);
});
