import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Consent } from './consent.object.js';

/** What a command about consent answers. */
@ObjectType({ simpleResolvers: true })
class ConsentPayload extends CommandPayload {
  @Field(() => Consent, {
    nullable: true,
    description: 'The grant as it now stands; null exactly when refused.',
  })
  readonly consent!: Consent | null;
}

/** Answer of `grantConsent`. */
@ObjectType({ description: 'What became of `grantConsent`.' })
export class GrantConsentPayload extends ConsentPayload {}

/** Answer of `narrowConsent`. */
@ObjectType({ description: 'What became of `narrowConsent`.' })
export class NarrowConsentPayload extends ConsentPayload {}

/** Answer of `withdrawConsent`. */
@ObjectType({ description: 'What became of `withdrawConsent`.' })
export class WithdrawConsentPayload extends ConsentPayload {}
