import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CodeList as Loaded } from '../../domain/code-lists.js';
import type { RequestContext } from '../context.js';
import { labelText } from '../text.build.js';
import { CodeList } from './code-list.object.js';

const build = ({ scheme, versions }: Loaded): CodeList => ({
  scheme,
  versions: versions.map(({ codes, ...version }) => ({
    ...version,
    codes: codes.map(({ code, label, parent }) => ({
      code,
      label: labelText(label),
      parent: parent ?? null,
    })),
  })),
});

/** The classifications records are coded with; they are data of the hub, not of its log. */
@Resolver()
export class CodeListQueries {
  @Query(() => [CodeList], { description: 'Every code list, by name.' })
  codeLists(@Ctx() { services }: RequestContext): readonly CodeList[] {
    const lists = [...services.codeLists().values()];
    return lists.map(build).toSorted((a, b) => (a.scheme < b.scheme ? -1 : 1));
  }

  @Query(() => CodeList, {
    nullable: true,
    description: 'One code list; null for an unknown name.',
  })
  codeList(
    @Arg('scheme', () => ID, { description: 'Name of the list, `risk-factors`.' }) scheme: string,
    @Ctx() { services }: RequestContext,
  ): CodeList | null {
    const list = services.codeLists().get(scheme);
    return list === undefined ? null : build(list);
  }
}
