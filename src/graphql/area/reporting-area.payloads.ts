import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { ReportingArea } from './reporting-area.object.js';

/** What a command about a reporting area answers. */
@ObjectType({ simpleResolvers: true })
class ReportingAreaPayload extends CommandPayload {
  @Field(() => ReportingArea, {
    nullable: true,
    description: 'The area as it now stands; null exactly when refused.',
  })
  readonly area!: ReportingArea | null;
}

/** Answer of `defineArea`. */
@ObjectType({ description: 'What became of `defineArea`.' })
export class DefineAreaPayload extends ReportingAreaPayload {}

/** Answer of `redrawArea`. */
@ObjectType({ description: 'What became of `redrawArea`.' })
export class RedrawAreaPayload extends ReportingAreaPayload {}

/** Answer of `endArea`. */
@ObjectType({ description: 'What became of `endArea`.' })
export class EndAreaPayload extends ReportingAreaPayload {}
