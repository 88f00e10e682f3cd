import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../organization/organization.object.js';
import { Clock } from '../plan/plan.object.js';

/** A statutory clock of the register: of a plan, or of a body that must adopt one. */
@ObjectType('RegisteredClock', {
  description: 'A statutory clock of a plan, or of a body that must adopt one.',
  simpleResolvers: true,
})
export class RegisteredClock extends Clock {
  @Field(() => ID, { nullable: true, description: 'Id of the plan, when it is about a plan.' })
  readonly planId!: string | null;

  @Field(() => [Organization], { description: 'Bodies it runs for.' })
  readonly bodies!: readonly Organization[];
}
