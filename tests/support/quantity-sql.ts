/** Columns of the views that hold quantities, as exact decimals in text or in JSON. */
const quantities = ['value', 'numerator', 'denominator', 'histogram', 'interval', 'epochs'];

// A parameter, ":value", is no column; a member, "observation.value", is one.
const quantity = `(?<![:@$\\w])"?(?:${quantities.join('|')})"?(?!\\w)`;
const operator = '(?:<=>|<>|<=|>=|!=|->>|->|[-<>=+*/%])';
const within = '[^()]*?';

/** What a database must not do with a quantity: "9" sorts after "10", and 0.1 is a float. */
const forbidden: readonly (readonly [title: string, pattern: RegExp])[] = [
  [
    'adds up, averages, ranks or rounds it',
    new RegExp(
      '\\b(?:sum|total|avg|min|max|median|mode|stddev\\w*|var\\w*|percentile_\\w+|greatest|' +
        'least|abs|round|ceil\\w*|floor|power|sqrt|mod|sign|lag|lead|json_\\w+)\\s*' +
        `\\(${within}${quantity}`,
      'i',
    ),
  ],
  ['calculates or compares with it', new RegExp(`${quantity}\\s*${operator}`, 'i')],
  ['compares something with it', new RegExp(`${operator}\\s*${quantity}(?!\\s*\\()`, 'i')],
  [
    'looks whether it lies in a range or list',
    new RegExp(
      `${quantity}\\s+(?:not\\s+)?(?:between|in|like|glob|is\\s+(?:not\\s+)?distinct)\\b`,
      'i',
    ),
  ],
  [
    'orders or groups by it',
    new RegExp(`\\b(?:order|group|partition)\\s+by\\b[^()]*?${quantity}`, 'i'),
  ],
  ['makes another type of it', new RegExp(`\\bcast\\s*\\(\\s*${quantity}\\s+as\\s+(?!text)`, 'i')],
  ['makes a number of it', new RegExp(`${quantity}\\s*::`, 'i')],
  ['takes only one of those alike', new RegExp(`\\bdistinct\\b[^()]*?${quantity}`, 'i')],
];

/** What a text, read as SQL, does with quantities that only the domain may do. */
export const quantityOffences = (sql: string): readonly string[] =>
  forbidden.filter(([, pattern]) => pattern.test(sql)).map(([title]) => title);
