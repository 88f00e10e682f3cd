import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { CodeList } from './code-list.object.js';

/** Answer of `publishCodeListVersion`. */
@ObjectType({ description: 'What became of `publishCodeListVersion`.', simpleResolvers: true })
export class PublishCodeListVersionPayload extends CommandPayload {
  @Field(() => CodeList, {
    nullable: true,
    description: 'The list with all of its versions; null exactly when refused.',
  })
  readonly codeList!: CodeList | null;
}
