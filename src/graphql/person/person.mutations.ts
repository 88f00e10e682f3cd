import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/person/commands.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { readOrganizations } from '../roster.js';
import { buildPerson } from './person.build.js';
import {
  GrantRoleInput,
  InvitePersonInput,
  RevokeRoleInput,
  SetPersonContactInput,
} from './person.inputs.js';
import {
  GrantRolePayload,
  InvitePersonPayload,
  RevokeRolePayload,
  SetPersonContactPayload,
} from './person.payloads.js';

const give = answering('person', async ({ stream }, context) => {
  const reading = await openReading(undefined, context);
  const people = await reading.snapshot.people(reading.asOf);
  const row = people.get(stream);
  const organizations = await readOrganizations(reading);
  return row === undefined ? null : buildPerson(stream, row, { organizations }, reading);
});

/** Commands about persons and their roles. */
@Resolver()
export class PersonMutations {
  @Mutation(() => InvitePersonPayload, {
    description: 'Invites a person, who can then be granted roles.',
  })
  invitePerson(
    @Input(() => InvitePersonInput) input: InvitePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<InvitePersonPayload> {
    const { subject, person, ...rest } = input;
    const named = subject == null ? person : context.services.personOf?.(subject);
    // Who may not invite is told so before anything else; the domain refuses the empty name.
    const id = subject == null || person == null ? (named ?? '') : '';
    return give(commands.invitePerson, { ...rest, person: id }, context);
  }

  @Mutation(() => GrantRolePayload, {
    description: 'Grants a person a role in an organization. It holds at the next request.',
  })
  grantRole(
    @Input(() => GrantRoleInput) input: GrantRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<GrantRolePayload> {
    return give(commands.grantRole, input, context);
  }

  @Mutation(() => RevokeRolePayload, {
    description:
      'Revokes a role of a person, whether it was granted or a token claims it. It ends at the ' +
      'next request.',
  })
  revokeRole(
    @Input(() => RevokeRoleInput) input: RevokeRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeRolePayload> {
    return give(commands.revokeRole, input, context);
  }

  @Mutation(() => SetPersonContactPayload, {
    description:
      'Sets the address, language and notices of a person: everybody their own, administrators ' +
      'of anybody.',
  })
  setPersonContact(
    @Input(() => SetPersonContactInput) input: SetPersonContactInput,
    @Ctx() context: RequestContext,
  ): Promise<SetPersonContactPayload> {
    const isOwn = context.caller.actor === input.person;
    return give(isOwn ? commands.setOwnContact : commands.setPersonContact, input, context);
  }
}
