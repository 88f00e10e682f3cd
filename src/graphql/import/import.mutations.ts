import { Ctx, Mutation, Resolver } from 'type-graphql';
import { importRoles } from '../../domain/import/commands.js';
import { openReading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { Refusal } from '../refusal.object.js';
import { readOrganizations } from '../roster.js';
import { buildImportAttempt } from './import.build.js';
import { ImportObservationsInput } from './import.inputs.js';
import { ImportProblem, type ImportAttempt } from './import.object.js';
import { ImportObservationsPayload, problemsShownMax } from './import.payloads.js';

const denied = ({ caller, language }: RequestContext): CodedError =>
  new CodedError(caller.role === 'public' ? 'authentication-required' : 'not-permitted', language);

/** The attempt as the views show it once they have its end. */
async function loadAttempt(
  { id, position }: { readonly id: string; readonly position: number },
  context: RequestContext,
): Promise<ImportAttempt | null> {
  await context.reachOwn(position);
  const reading = await openReading(undefined, context);
  const row = await reading.snapshot.importAttempt(id, reading.asOf);
  return row ? buildImportAttempt(row.document, await readOrganizations(reading), reading) : null;
}

/** Commands about files. */
@Resolver()
export class ImportMutations {
  @Mutation(() => ImportObservationsPayload, {
    description:
      'Imports observations from an upload: every row is decided as its own command would be, ' +
      'and nothing is written unless all pass or the good ones alone are asked for.',
  })
  async importObservations(
    @Input(() => ImportObservationsInput) input: ImportObservationsInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportObservationsPayload> {
    const { caller, services, correlationId, language } = context;
    if (!importRoles.includes(caller.role)) throw denied(context);
    if (services.imports === undefined) throw new CodedError('imports-unavailable', language);
    const order = {
      ...input,
      dryRun: input.dryRun ?? false,
      acceptValid: input.acceptValid ?? false,
    };
    const answer = await services.imports.importObservations(order, caller, correlationId);
    if (answer.outcome === 'denied') throw denied(context);
    const none = { attempt: null, result: null, position: null, problems: [], problemCount: 0 };
    if (answer.outcome === 'refused')
      return { ...none, refusals: answer.refusals.map((each) => new Refusal(each)) };
    const { attempt, result, problems } = answer;
    return {
      attempt: attempt && (await loadAttempt(attempt, context)),
      result,
      problems: problems.slice(0, problemsShownMax).map((each) => new ImportProblem(each)),
      problemCount: result.problems ?? problems.length,
      position: attempt?.position ?? null,
      refusals: [],
    };
  }
}
