import { Ctx, Mutation, Resolver } from 'type-graphql';
import { publishCodeListVersion } from '../../domain/code-list/commands.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { buildCodeList } from './code-list.build.js';
import { PublishCodeListVersionInput } from './code-list.inputs.js';
import { PublishCodeListVersionPayload } from './code-list.payloads.js';

const give = answering('codeList', async ({ events }, request) => {
  const { context } = await openReading(undefined, request);
  const list = context.codeLists().get(String(events.at(-1)?.data['scheme']));
  return list === undefined ? null : buildCodeList(list);
});

/** Commands about code lists. */
@Resolver()
export class CodeListMutations {
  @Mutation(() => PublishCodeListVersionPayload, {
    description:
      'Publishes the next version of a code list, or the first of a new one, with the day from ' +
      'which decisions use it. Earlier versions stay.',
  })
  publishCodeListVersion(
    @Input(() => PublishCodeListVersionInput) input: PublishCodeListVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<PublishCodeListVersionPayload> {
    return give(publishCodeListVersion, input, context);
  }
}
