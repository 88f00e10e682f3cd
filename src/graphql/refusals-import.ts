import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about files that are imported. */
export const importRefusals = {
  'import-unknown': {
    en: () => 'There is no such import. Check its id.',
    fr: () => "Cette importation n'existe pas. Vérifiez son identifiant.",
  },
  'import-finished': {
    en: () => 'This import is finished. Begin another one.',
    fr: () => 'Cette importation est terminée. Commencez-en une autre.',
  },
  'import-under-way': {
    en: () => 'Your organization is importing a file just now. Try again when it is done.',
    fr: () => 'Votre organisme importe un fichier en ce moment. Réessayez quand ce sera terminé.',
  },
  'imports-busy': {
    en: () => 'Several files are being imported just now. Try again in a moment.',
    fr: () => "Plusieurs fichiers sont en cours d'importation. Réessayez dans un instant.",
  },
  'upload-unknown': {
    en: () => 'Your organization has no such upload, or it has expired. Upload the file again.',
    fr: () =>
      "Votre organisme n'a pas ce fichier téléversé, ou il a expiré. Téléversez-le de nouveau.",
  },
} satisfies RefusalSentences;
