import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Refusal } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { EvidenceKind, Outlook, ResourceKind } from './tracking-events.js';
import { whileActive } from './while-active.js';

/** Who answers for a commitment: a person invited to the hub, a position, or both. */
export type Responsible = {
  readonly person?: string | undefined;
  readonly position?: Label | undefined;
};

const checkResponsible = ({ person, position }: Responsible): readonly Refusal[] => {
  if (position !== undefined) return checkText(position, 'input.position', 300);
  return person === undefined ? refuse('responsible-required', 'input.position').refusals : [];
};

/** Names who answers for a commitment from now on. */
export const nameResponsible = (details: Responsible & { readonly reason?: Label | undefined }) =>
  whileActive(() => {
    const { person, position, reason } = details;
    return (
      firstRefusal(checkResponsible(details), reason ? checkText(reason, 'input.reason') : []) ??
      accept({
        type: 'CommitmentResponsibleNamed',
        data: {
          ...(person !== undefined && { person }),
          ...(position && { position: plainText(position) }),
          ...(reason && { reason: plainText(reason) }),
        },
      })
    );
  });

/** Names another who answers for a commitment if the person named still does. */
export const handOverResponsibility = (
  details: Responsible & { readonly from: string; readonly reason: Label },
) =>
  whileActive((active) => {
    const { from, ...responsible } = details;
    return active.person === from
      ? nameResponsible(responsible)(active)
      : refuse('commitment-not-held', 'input.fromPerson', { holder: from });
  });

/** Pledges a resource: an amount of money, something in kind, or both. */
export const pledgeResource = (details: {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly amountCents?: number | undefined;
  readonly description?: Label | undefined;
}) =>
  whileActive(() => {
    const { resourceId, kind, amountCents, description } = details;
    if (amountCents === undefined && description === undefined)
      return refuse('resource-undescribed', 'input.description');
    if (amountCents !== undefined && !(Number.isSafeInteger(amountCents) && amountCents > 0))
      return refuse('amount-invalid', 'input.amountCents');
    return (
      firstRefusal(description ? checkText(description, 'input.description', 1000) : []) ??
      accept({
        type: 'CommitmentResourcePledged',
        data: {
          resourceId,
          kind,
          ...(amountCents !== undefined && { amountCents }),
          ...(description && { description: plainText(description) }),
        },
      })
    );
  });

/** Takes a pledged resource back. */
export const withdrawResource = (details: {
  readonly resourceId: string;
  readonly reason: Label;
}) =>
  whileActive(({ resources }) => {
    const { resourceId, reason } = details;
    if (!resources.has(resourceId)) return refuse('resource-unknown', 'input.resourceId');
    return (
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({
        type: 'CommitmentResourceWithdrawn',
        data: { resourceId, reason: plainText(reason) },
      })
    );
  });

/** Links what shows that a commitment is being kept. */
export const linkEvidence = (details: {
  readonly evidenceId: string;
  readonly url: string;
  readonly title: Label;
  readonly kind: EvidenceKind;
  readonly datedOn: CivilDate;
  readonly today: CivilDate;
}) =>
  whileActive(() => {
    const { evidenceId, url, title, kind, datedOn, today } = details;
    const parsed = url.length <= 2000 && URL.canParse(url) ? new URL(url) : undefined;
    if (parsed?.protocol !== 'https:') return refuse('url-not-secure', 'input.url');
    return (
      firstRefusal(
        checkText(title, 'input.title', 300),
        checkDate(datedOn, 'input.datedOn', today),
      ) ??
      accept({
        type: 'CommitmentEvidenceLinked',
        data: { evidenceId, url, title: plainText(title), kind, datedOn },
      })
    );
  });

/** Declares how a commitment stands, in the order of days; a risk needs its reason. */
export const declareStatus = (details: {
  readonly outlook: Outlook;
  readonly declaredOn: CivilDate;
  readonly reason?: Label | undefined;
  readonly today: CivilDate;
}) =>
  whileActive(({ lastDeclaredOn }) => {
    const { outlook, declaredOn, reason, today } = details;
    const refusal = firstRefusal(checkDate(declaredOn, 'input.declaredOn', today));
    if (refusal) return refusal;
    if (lastDeclaredOn !== undefined && declaredOn < lastDeclaredOn)
      return refuse('status-before-last', 'input.declaredOn', { last: lastDeclaredOn });
    if (outlook === 'AT_RISK' && reason === undefined)
      return refuse('text-required', 'input.reason');
    return (
      firstRefusal(reason ? checkText(reason, 'input.reason') : []) ??
      accept({
        type: 'CommitmentStatusDeclared',
        data: { outlook, declaredOn, ...(reason && { reason: plainText(reason) }) },
      })
    );
  });
