import { basename, dirname } from 'node:path/posix';
import ts from 'typescript';
import type { SourceFile } from './source-files.js';

/** One limit of the house style: what in a file breaks it, empty when nothing does. */
export type StyleRule = {
  readonly title: string;
  readonly applies: RegExp;
  readonly offences: (file: SourceFile) => readonly string[];
  /** A file that breaks the rule, which proves that it can be broken. */
  readonly planted: SourceFile;
};

const code = /^(?!tests\/contract\/generated\/).+\.(ts|mjs|cjs)$/;
// Generated files and stored events keep the names they are given.
const named =
  /^(src|tests(?!\/(contract\/generated|stored-events\/fixtures))|bench|scripts|bin|docs)\/.+/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const vagueNames = new Set([
  'common',
  'helper',
  'helpers',
  'index',
  'misc',
  'types',
  'util',
  'utils',
]);
const unbreakable = /^(import|export) .+ from '|^\s*(describe|it|test)(\.each\(.+\))?\('/;
const machinePath = /(?<![\w.:/])\/(?:work|root|home|Users)\/\S*/g;
const registryHost =
  /https?:\/\/[^/\s"']*(?:artifactory|mirror|nexus|registry|verdaccio)[^/\s"']*/g;

const countLines = (text: string) => text.replace(/\n$/, '').split('\n').length;
const pathParts = (path: string) =>
  path.split('/').map((part) => part.replace(/^(README|CHANGELOG)\.md$/, 'readme.md'));
const parse = ({ path, text }: SourceFile) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
const lineOf = (node: ts.Node) =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function isErrorClass(node: ts.ClassLikeDeclaration): boolean {
  return (node.heritageClauses ?? []).some((clause) =>
    clause.types.some((type) => type.expression.getText() === 'Error'),
  );
}

const isType = (node: ts.Node) =>
  ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassLike(node);

/** A type that only names a value shares its comment; one may also explain each field instead. */
const isExplainedElsewhere = (node: ts.Statement) =>
  ts.isTypeAliasDeclaration(node) && /\btypeof\b|\/\*\*/.test(node.type.getText());

const standsDirectlyBelow = (node: ts.Statement) => /^\n(?!\n)/.test(node.getFullText());

/** Exported declarations that no comment explains: their own, or that of the group they end. */
function undocumented(file: SourceFile, wanted: (node: ts.Statement) => boolean) {
  const explained = new Set<ts.Statement>();
  const { statements } = parse(file);
  for (const [at, node] of statements.entries()) {
    const above = statements[at - 1];
    const inGroup = above !== undefined && explained.has(above) && standsDirectlyBelow(node);
    const commented = ts.getJSDocCommentsAndTags(node).length > 0 || isExplainedElsewhere(node);
    if (isExported(node) && (commented || inGroup)) explained.add(node);
  }
  return statements
    .filter((node) => isExported(node) && wanted(node) && !explained.has(node))
    .map((node) => `line ${lineOf(node)}: ${node.getText().split('\n')[0]}`);
}

/** The limits that prettier and oxlint do not know. */
export const styleRules: readonly StyleRule[] = [
  {
    title: 'no file is over 300 lines',
    applies: code,
    offences: ({ text }) => (countLines(text) > 300 ? [`${countLines(text)} lines`] : []),
    planted: { path: 'src/domain/long.ts', text: '\n'.repeat(301) },
  },
  {
    title: 'no line is over 100 characters, save an import or the title of a test',
    applies: code,
    offences: ({ text }) =>
      text
        .split('\n')
        .flatMap((line, at) => (line.length > 100 && !unbreakable.test(line) ? at + 1 : []))
        .map((line) => `line ${line}`),
    planted: { path: 'src/domain/wide.ts', text: `// ${'x'.repeat(98)}` },
  },
  {
    title: 'files and folders have kebab-case names',
    applies: named,
    offences: ({ path }) => pathParts(path).filter((part) => !kebabCase.test(part)),
    planted: { path: 'src/domain/planState.ts', text: '' },
  },
  {
    title: 'no file or folder has a name that says nothing',
    applies: named,
    offences: ({ path }) =>
      pathParts(path).filter((part) => vagueNames.has(part.split('.')[0] as string)),
    planted: { path: 'src/domain/helpers/dates.ts', text: '' },
  },
  {
    title: 'the README of a folder has at most 30 lines',
    applies: /^(src|tests|bench|infra|data)\/(.+\/)?README\.md$/,
    offences: ({ text }) => (countLines(text) > 30 ? [`${countLines(text)} lines`] : []),
    planted: { path: 'src/domain/README.md', text: 'Words.\n'.repeat(31) },
  },
  {
    title: 'domain and projections hold values and functions; the only classes are errors',
    applies: /^src\/(domain|projections)\/.+\.ts$/,
    offences: (file) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isClassLike(node) && !isErrorClass(node)) found.push(`line ${lineOf(node)}`);
        ts.forEachChild(node, visit);
      };
      visit(parse(file));
      return found;
    },
    planted: { path: 'src/domain/plan/plan.ts', text: 'export class Plan {}' },
  },
  {
    title: 'every exported type of domain and projections has a doc comment',
    applies: /^src\/(domain|projections)\/.+\.ts$/,
    offences: (file) => undocumented(file, isType),
    planted: { path: 'src/domain/plan/plan.ts', text: 'export type Plan = {};' },
  },
  {
    title: 'every exported function and constant has a doc comment',
    applies: /^src\/.+\.ts$/,
    offences: (file) => undocumented(file, (node) => !isType(node)),
    planted: { path: 'src/adapters/http/serve.ts', text: 'export const port = 4000;' },
  },
  {
    title: 'no file names a folder of somebody’s machine',
    applies: /^(?!package-lock\.json)/,
    offences: ({ text }) => text.match(machinePath) ?? [],
    planted: { path: 'README.md', text: `Open /${'home'}/someone/plans.csv.` },
  },
  {
    title: 'no file names a package registry other than the public one',
    applies: /./,
    offences: ({ text }) =>
      (text.match(registryHost) ?? []).filter((host) => host !== 'https://registry.npmjs.org'),
    planted: { path: '.npmrc', text: `registry=https://${'mirror'}.example.org/npm` },
  },
];

/** Folders of `src` with two files or more and no README.md. */
export function foldersWithoutReadme(files: readonly SourceFile[]): readonly string[] {
  const names = Map.groupBy(
    files.filter(({ path }) => path.startsWith('src/')),
    ({ path }) => dirname(path),
  );
  return [...names]
    .filter(([, members]) => members.length >= 2)
    .filter(([, members]) => !members.some(({ path }) => basename(path) === 'README.md'))
    .map(([folder]) => folder);
}

/** The median number of lines of the source files. */
export function medianLines(files: readonly SourceFile[]): number {
  const lengths = files
    .filter(({ path }) => /^src\/.+\.ts$/.test(path))
    .map(({ text }) => countLines(text))
    .toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
