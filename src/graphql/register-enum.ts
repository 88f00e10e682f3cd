import { registerEnumType } from 'type-graphql';

/**
 * Registers an enum of the API over values of the domain, each with its description; a value
 * the domain adds does not compile until it is described.
 * @param internal what a value is called in the domain, where that is not its name in the API
 * @returns the object that fields and arguments name as their type
 */
export function registerEnum<const Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
  internal: (name: Name) => string = (value) => value,
): Readonly<Record<Name, string>> {
  const names = Object.keys(values) as Name[];
  const enumeration = Object.fromEntries(names.map((value) => [value, internal(value)]));
  const described = names.map((value) => [value, { description: values[value] }]);
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: Object.fromEntries(described),
  });
  return enumeration as Readonly<Record<Name, string>>;
}
