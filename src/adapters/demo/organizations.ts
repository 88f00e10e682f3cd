import {
  countPopulation,
  registerOrganization,
  setObligation,
} from '../../domain/organization/commands.js';
import type { Duty, Tier } from '../../domain/organization/events.js';
import type { Label } from '../../domain/text.js';
import { cell, type SourceFiles, type SourceRow } from './source-files.js';
import { ministry, type DemoWriter } from './step.js';

const tierOf: Readonly<Record<string, Tier>> = { single: 'SINGLE', lower: 'LOWER', upper: 'UPPER' };

const dutyOf: Readonly<Record<string, Duty>> = {
  required: 'REQUIRED',
  via_regional_municipality: 'COVERED_THROUGH_UPPER_TIER',
  not_required_upper_tier_county: 'NOT_REQUIRED',
};

const elided = (name: string): string => (/^[AEIOUYÉ]/.test(name) ? `d’${name}` : `de ${name}`);

// The file names upper tiers by their census division only; its type says what they are.
const upperTierName: Readonly<Record<string, (name: string) => Label>> = {
  CTY: (name) => ({ en: `County of ${name}`, fr: `Comté ${elided(name)}` }),
  UC: (name) => ({ en: `United Counties of ${name}`, fr: `Comtés unis ${elided(name)}` }),
  RM: (name) => ({
    en: `Regional Municipality of ${name}`,
    fr: `Municipalité régionale ${elided(name)}`,
  }),
  DM: (name) => ({
    en: `District Municipality of ${name}`,
    fr: `Municipalité de district ${elided(name)}`,
  }),
};

function legalName(row: SourceRow): Label {
  const upper = upperTierName[cell(row, 'census_division_type')];
  if (cell(row, 'tier') === 'upper' && upper !== undefined) return upper(cell(row, 'name_en'));
  return { en: cell(row, 'legal_name') };
}

async function loadMunicipality(row: SourceRow, { write }: DemoWriter): Promise<void> {
  const code = cell(row, 'code');
  const upperTier = cell(row, 'upper_tier_code');
  await write(registerOrganization, `register ${code}`, {
    code,
    kind: 'MUNICIPALITY',
    name: { en: cell(row, 'name_en'), fr: cell(row, 'name_fr') },
    legalName: legalName(row),
    tier: tierOf[cell(row, 'tier')],
    ...(upperTier !== '' && { upperTier }),
    censusDivision: cell(row, 'census_division_code'),
  });
  await write(countPopulation, `population ${code}`, {
    organization: code,
    population: Number(cell(row, 'population_2021')),
    censusYear: 2021,
  });
  const duty = dutyOf[cell(row, 'cswb_duty')];
  if (duty === undefined) throw new Error(`unknown duty of ${code}`);
  await write(setObligation, `obligation ${code}`, {
    organization: code,
    duty,
    from: '2019-01-01',
    rule: 'ministry-faq-question-8',
  });
}

/** The ministry and the 444 municipalities with their populations and obligations. */
export async function loadOrganizations(files: SourceFiles, writer: DemoWriter): Promise<void> {
  await writer.write(registerOrganization, `register ${ministry}`, {
    code: ministry,
    kind: 'MINISTRY',
    name: { en: 'Ministry of the Solicitor General', fr: 'ministère du Solliciteur général' },
  });
  const rows = files.csv('ontario_municipalities_444.csv');
  const isUpper = (row: SourceRow): boolean => cell(row, 'tier') === 'upper';
  await writer.each(rows.filter(isUpper), (row) => loadMunicipality(row, writer));
  await writer.each(
    rows.filter((row) => !isUpper(row)),
    (row) => loadMunicipality(row, writer),
  );
}
