import { z } from 'zod';
import { catalogue, currentVersion, schemaOf, type EventType } from '../src/domain/catalogue.js';
import { recordEvents } from '../src/domain/event.js';

/** The part of JSON Schema that zod's schemas of event bodies turn into. */
type JsonSchema = {
  readonly title?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly format?: string;
};

const jsonSchema = (type: EventType): JsonSchema =>
  z.toJSONSchema(schemaOf(type), { unrepresentable: 'any' }) as JsonSchema;

const sampleOfText = ({ format }: JsonSchema): string =>
  format === 'uri' ? 'https://example.org/plan' : '2021';

/** A body that the schema accepts, every optional field included. */
function sample(schema: JsonSchema): unknown {
  const { examples, const: only, enum: choices, oneOf, anyOf, properties, items } = schema;
  if (examples !== undefined) return examples[0];
  if (only !== undefined) return only;
  if (choices !== undefined) return choices[0];
  const [variant] = oneOf ?? anyOf ?? [];
  if (variant !== undefined) return sample(variant);
  if (properties !== undefined)
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, sample(property)]),
    );
  if (items !== undefined)
    return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(items));
  if (schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return sampleOfText(schema);
}

/** A stored event of a type in its current version, as a fixture keeps it for ever. */
export function sampleEvent(type: EventType): object {
  return {
    id: '01970000-0000-7000-8000-000000000000',
    stream: 'plan-0123456789abcdef0123456789abcdef',
    revision: 0,
    position: 1,
    type,
    schemaVersion: currentVersion(type),
    data: schemaOf(type).parse(sample(jsonSchema(type))),
    metadata: {
      actor: 'token:1',
      actingFor: '3525005',
      recordedAt: '2024-06-15T16:00:00.000Z',
      effectiveOn: '2024-06-15',
      correlationId: '01970000-0000-7000-8000-000000000001',
      causationId: '01970000-0000-7000-8000-000000000002',
      idempotencyKey: 'key',
      commandHash: '0'.repeat(64),
    },
  };
}

function shape(schema: JsonSchema): string {
  const { title, type, enum: choices, const: only, items, oneOf, anyOf, properties } = schema;
  if (title !== undefined) return title;
  if (choices !== undefined) return choices.map((choice) => `\`${String(choice)}\``).join(' ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (items !== undefined) return `list of ${shape(items)}`;
  const variants = oneOf ?? anyOf;
  if (variants !== undefined) return variants.map(shape).join(' or ');
  if (properties !== undefined)
    return `{ ${Object.entries(properties)
      .map(([name, property]) => `${name}: ${shape(property)}`)
      .join(', ')} }`;
  return type === 'string' ? 'text' : (type ?? 'value');
}

function section(type: EventType): string {
  const { properties = {}, required = [] } = jsonSchema(type);
  const rows = Object.entries(properties).map(
    ([name, property]) =>
      `| \`${name}\`${required.includes(name) ? '' : ' (optional)'} | ${shape(property)} |`,
  );
  return [
    `### ${type}`,
    '',
    `Version ${currentVersion(type)}.`,
    '',
    '| field | shape |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const namesOf = (schemas: object): readonly EventType[] => Object.keys(schemas) as EventType[];

/** The event catalogue as a page. */
export function eventCatalogue(): string {
  const nouns = Object.entries({ ...catalogue, 'every noun': recordEvents });
  const sections = nouns.map(([noun, schemas]) =>
    [`## ${noun}`, '', ...namesOf(schemas).map(section)].join('\n'),
  );
  return [
    '# Event catalogue',
    '',
    'Made by `npm run generate` from the schemas in `src/domain/*/events.ts`. Every event also has',
    'an id, stream, revision, position, schema version and metadata (`src/domain/event.ts`). Free',
    'texts are sealed under a key of their own; quantities are exact decimals as text.',
    '',
    ...sections,
  ].join('\n');
}
