import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { buildHubSchema, printHubSchema } from '../../src/graphql/schema.js';
import { contractOperations } from '../support/contract-operations.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildHubSchema();
});

type Described = { readonly name: string; readonly description?: string | null | undefined };

const bare = (place: string, things: readonly Described[]): readonly string[] =>
  things.filter(({ description }) => !description?.trim()).map(({ name }) => `${place}.${name}`);

/** Types, fields, arguments and enum values without a description. */
function undescribed(of: GraphQLSchema): readonly string[] {
  const types = Object.values(of.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const roots = new Set([of.getQueryType(), of.getMutationType(), of.getSubscriptionType()]);
  const standard = new Set(['String', 'Boolean', 'Int', 'Float', 'ID']);
  const own = types.filter(({ name }) => !standard.has(name));
  return [
    ...bare(
      '',
      own.filter((type) => !isObjectType(type) || !roots.has(type)),
    ),
    ...own.flatMap((type) => {
      if (isEnumType(type)) return bare(type.name, type.getValues());
      if (isInputObjectType(type)) return bare(type.name, Object.values(type.getFields()));
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      const fields = Object.values(type.getFields());
      const args = fields.flatMap((field) => bare(`${type.name}.${field.name}`, field.args));
      return [...bare(type.name, fields), ...args];
    }),
  ];
}

describe('the schema', () => {
  test('describes every type, field, argument and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test('finds a missing description, so that the test above can fail', () => {
    const planted = buildSchema('type Query { plan(id: ID): E } enum E { A }');
    expect(undescribed(planted)).toEqual(['.E', 'Query.plan', 'Query.plan.id', 'E.A']);
  });

  test.each([...contractOperations])('answers the operation %s of the contract', (_, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test('prints sorted, and as the schema that it prints', async () => {
    const text = await printHubSchema();
    const names = [...text.matchAll(/^(?:type|enum|input|scalar|interface) (\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(names.toSorted());
    expect(undescribed(buildSchema(text))).toEqual([]);
  });
});

const folder = new URL('../../src/graphql/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

/** Decorators of the classes and members of a file; those of arguments stand further in. */
const decorators = (text: string): readonly string[] =>
  [...text.matchAll(/^ {0,2}@(\w+)\(/gm)].map(([, name]) => String(name));

describe('fields without a resolver of their own', () => {
  const plain = new Set(['ObjectType', 'InterfaceType', 'Field']);
  const objects = files.filter((path) => /\.(object|payloads)\.ts$/.test(path));

  test('carry no decorator but what declares them: any other would silently do nothing', () => {
    const found = objects.flatMap((path) =>
      decorators(readFileSync(new URL(path, folder), 'utf8'))
        .filter((name) => !plain.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(objects.length).toBeGreaterThan(15);
    expect(found).toEqual([]);
  });

  test('are recognized when they carry one', () => {
    const text =
      "  @Authorized('administrator')\n  @Field(() => String)\n  readonly actor!: string;";
    expect(decorators(text).filter((name) => !plain.has(name))).toEqual(['Authorized']);
  });

  test('are left to the row builders: the library’s own authority is used nowhere', () => {
    const using = files.filter((path) =>
      /\bAuthorized\b|\bauthChecker\b|\bglobalMiddlewares\b/.test(
        readFileSync(new URL(path, folder), 'utf8'),
      ),
    );
    expect(using).toEqual([]);
  });
});
