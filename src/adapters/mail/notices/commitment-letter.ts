import type { Language } from '../../../domain/text.js';
import type { Desk, Letter } from './event-notice.js';

type About = { readonly statement: string; readonly due: string | undefined };

/** What a letter about a commitment says, in both languages. */
export type CommitmentTexts = Readonly<
  Record<Language, { readonly subject: string; readonly opening: string }>
>;

const details: Readonly<Record<Language, (about: About) => readonly string[]>> = {
  en: ({ statement, due }) => [
    `Commitment: ${statement}`,
    due === undefined ? 'It has no due date.' : `It is due on ${due}.`,
  ],
  fr: ({ statement, due }) => [
    `Engagement\u00a0: ${statement}`,
    due === undefined ? "Il n'a pas d'échéance." : `Il est à remplir d'ici le ${due}.`,
  ],
};

/** A letter about a commitment that stands; undefined when it is closed or gone. */
export async function commitmentLetter(
  commitmentId: string,
  texts: CommitmentTexts,
  { snapshot, words }: Desk,
): Promise<Letter | undefined> {
  const commitment = await snapshot.commitment(commitmentId, { position: snapshot.position });
  if (commitment?.status !== 'ACTIVE') return undefined;
  const { statement, dueOn } = commitment;
  const { subject, opening } = texts[words.language];
  const due = dueOn === undefined ? undefined : words.date(dueOn);
  const about = { statement: words.text(statement), due };
  return { subject, lines: [opening, '', ...details[words.language](about)] };
}
