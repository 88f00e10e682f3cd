import type { Language } from '../../domain/text.js';

const sentences = {
  'nothing-there': (file) => ({
    en: `There is nothing to back up: ${file} is missing.`,
    fr: `Il n’y a rien à sauvegarder : ${file} manque.`,
  }),
  'file-there': (file) => ({
    en: `${file} is there already; a backup overwrites nothing.`,
    fr: `${file} existe déjà; une sauvegarde n’écrase rien.`,
  }),
  'folder-missing': (folder) => ({
    en: `The folder ${folder} is missing, or cannot be written.`,
    fr: `Le dossier ${folder} manque, ou ne peut pas être écrit.`,
  }),
  'folder-in-use': (file) => ({
    en: `${file} is there already; restore into an empty folder (JALON_DATA_DIR).`,
    fr: `${file} existe déjà; restaurez dans un dossier vide (JALON_DATA_DIR).`,
  }),
  'not-a-backup': (file) => ({
    en: `${file} is no backup, or one of another version of this program.`,
    fr: `${file} n’est pas une sauvegarde, ou celle d’une autre version de ce programme.`,
  }),
  'file-changed': (file) => ({
    en: `${file} is cut short, or was changed. Take another backup.`,
    fr: `${file} est tronqué ou modifié. Prenez une autre sauvegarde.`,
  }),
  'part-changed': (part) => ({
    en: `${part} in the backup is not what was backed up. Take another backup.`,
    fr: `${part} dans la sauvegarde n’est pas ce qui a été sauvegardé. Prenez-en une autre.`,
  }),
  'part-broken': (part) => ({
    en: `${part} is damaged.`,
    fr: `${part} est endommagé.`,
  }),
  'log-broken': (position) => ({
    en: `The log is damaged at position ${position}.`,
    fr: `Le journal est endommagé à la position ${position}.`,
  }),
  'event-unknown': (position) => ({
    en: `This version of the program does not know the event at position ${position}.`,
    fr: `Cette version du programme ne connaît pas l’événement à la position ${position}.`,
  }),
  'text-unreadable': (position) => ({
    en: `A text at position ${position} cannot be opened with its key.`,
    fr: `Un texte à la position ${position} ne peut pas être ouvert avec sa clé.`,
  }),
  'keys-missing': (count) => ({
    en: `The keys of ${count} texts are missing, and nobody redacted them.`,
    fr: `Les clés de ${count} textes manquent, et personne ne les a caviardés.`,
  }),
} as const satisfies Record<string, (detail: string) => Readonly<Record<Language, string>>>;

/** What can be wrong with a backup, or with where it goes. */
export type BackupProblemCode = keyof typeof sentences;

/** A backup that cannot be made or put back, with the reason in both languages. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  readonly code: BackupProblemCode;
  readonly sentence: Readonly<Record<Language, string>>;

  /** @param detail a file, a part, a position or a number, as the sentence wants it */
  constructor(code: BackupProblemCode, detail: string | number) {
    const sentence = sentences[code](String(detail));
    super(sentence.en);
    this.code = code;
    this.sentence = sentence;
  }
}
