import { Arg, Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ImportProblem as Problem } from '../../domain/import/import-desk.js';
import { importKinds, importOutcomes } from '../../domain/import/events.js';
import type { ImportKind, ImportOutcome } from '../../domain/import/events.js';
import type { Language } from '../../domain/text.js';
import type { RequestContext } from '../context.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { registerEnum } from '../register-enum.js';
import { DateTimeScalar } from '../scalars.js';

const KindEnum = registerEnum<ImportKind>('ImportKind', 'What a file is imported as.', {
  [importKinds[0]]: 'Observations of bodies or areas.',
  [importKinds[1]]: 'Whole plans.',
});

const OutcomeEnum = registerEnum<ImportOutcome>('ImportOutcome', 'What became of a file.', {
  [importOutcomes[0]]: 'All of its rows are recorded.',
  [importOutcomes[1]]: 'Its good rows are recorded, others were rejected.',
  [importOutcomes[2]]: 'All of it was recorded already.',
  [importOutcomes[3]]: 'Nothing was recorded.',
});

const SeverityEnum = registerEnum<Problem['severity']>(
  'ImportSeverity',
  'How grave a problem is.',
  { ERROR: 'The row is rejected.', WARNING: 'The row is taken, but should be looked at.' },
);

/** Rows of a file, and what became of them. */
@ObjectType('ImportCounts', {
  description:
    'Rows of a file, and what became of them or, where a row holds several observations, of ' +
    'these; of a dry run, what would have.',
  simpleResolvers: true,
})
export class ImportCounts {
  @Field(() => OutcomeEnum, { description: 'What became of the file.' })
  readonly outcome!: ImportOutcome;

  @Field(() => Int, { description: 'Rows read.' })
  readonly rows!: number;

  @Field(() => Int, { description: 'Rows that said something new.' })
  readonly recorded!: number;

  @Field(() => Int, { description: 'Rows that corrected what was recorded.' })
  readonly corrected!: number;

  @Field(() => Int, { description: 'Rows that said what was recorded already.' })
  readonly same!: number;

  @Field(() => Int, { description: 'Rows that were rejected.' })
  readonly rejected!: number;
}

/** An attempt to import a file. */
@ObjectType('ImportAttempt', {
  description: 'An attempt to import a file, whatever became of it.',
  simpleResolvers: true,
})
export class ImportAttempt {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => Organization, { description: 'For whom the file was imported.' })
  readonly organization!: Organization;

  @Field(() => String, {
    nullable: true,
    description: 'Who imported it; null unless the caller may know.',
  })
  readonly actor!: string | null;

  @Field(() => KindEnum, { description: 'What the file was imported as.' })
  readonly kind!: ImportKind;

  @Field(() => String, { nullable: true, description: 'Name of the file; null once redacted.' })
  readonly fileName!: string | null;

  @Field(() => String, { description: 'SHA-256 of the file, hexadecimal.' })
  readonly fileHash!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of its mapping, if it had one.' })
  readonly mappingHash!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  readonly begunAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended; null while it is under way, and for one that was cut short.',
  })
  readonly finishedAt!: string | null;

  @Field(() => ImportCounts, { nullable: true, description: 'What became of it, once it ended.' })
  readonly result!: ImportCounts | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the report, hexadecimal, once it ended.',
  })
  readonly reportHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the report on this server, to be got with the same token.',
  })
  readonly reportPath!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of a copy of the file with its cells marked, where any is at fault.',
  })
  readonly workbookHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of that copy, an XLSX workbook, to be got with the same token.',
  })
  readonly workbookPath!: string | null;
}

/** What is wrong with a file, a row or a cell. */
@ObjectType('ImportProblem', { description: 'What is wrong with a file, a row or a cell.' })
export class ImportProblem {
  constructor(private readonly problem: Problem) {
    const { line, column, value, code, severity } = problem;
    Object.assign(this, { line, column, value, code, severity });
  }

  @Field(() => Int, { description: 'Line, 1 for the first; 0 for the file.', simple: true })
  readonly line!: number;

  @Field(() => String, { nullable: true, description: 'Heading of the column.', simple: true })
  readonly column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the cell holds, at most 100 characters of it.',
    simple: true,
  })
  readonly value!: string | null;

  @Field(() => String, { description: 'Stable code in kebab-case; branch on it.', simple: true })
  readonly code!: string;

  @Field(() => SeverityEnum, { description: 'How grave it is.', simple: true })
  readonly severity!: Problem['severity'];

  @Field(() => String, { description: 'What is wrong.' })
  message(
    @Arg('lang', () => enums.Language, {
      nullable: true,
      description: 'Language of the message; default from Accept-Language.',
    })
    lang: Language | null | undefined,
    @Ctx() { language }: RequestContext,
  ): string {
    return this.problem.message[lang ?? language];
  }

  @Field(() => String, {
    nullable: true,
    description: 'What would make the row acceptable, where that can be told.',
  })
  suggestion(
    @Arg('lang', () => enums.Language, {
      nullable: true,
      description: 'Language of the suggestion; default from Accept-Language.',
    })
    lang: Language | null | undefined,
    @Ctx() { language }: RequestContext,
  ): string | null {
    return this.problem.suggestion?.[lang ?? language] ?? null;
  }
}
