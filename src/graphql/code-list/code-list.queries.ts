import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { buildCodeList } from './code-list.build.js';
import { CodeList } from './code-list.object.js';

/** The classifications records are coded with. */
@Resolver()
export class CodeListQueries {
  @Query(() => [CodeList], { description: 'Every code list, by name.' })
  async codeLists(
    @Ctx() request: RequestContext,
    @AsOfArg() asOf: AsOfInput | undefined,
  ): Promise<readonly CodeList[]> {
    const { context } = await openReading(asOf, request);
    const lists = [...context.codeLists().values()];
    return lists.map(buildCodeList).toSorted((a, b) => (a.scheme < b.scheme ? -1 : 1));
  }

  @Query(() => CodeList, {
    nullable: true,
    description: 'One code list; null for an unknown name.',
  })
  async codeList(
    @Arg('scheme', () => ID, { description: 'Name of the list, `risk-factors`.' }) scheme: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() request: RequestContext,
  ): Promise<CodeList | null> {
    const { context } = await openReading(asOf, request);
    const list = context.codeLists().get(scheme);
    return list === undefined ? null : buildCodeList(list);
  }
}
