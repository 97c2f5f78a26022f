/** Passages d'une étape à l'autre, dits après le nom de qui les a faits. Le motif suit, à part. */
export const FAITS_PASSAGES = {
  'version-partagee': ({ donnees }: { donnees: Record<string, unknown> }) =>
    `a partagé la version ${typeof donnees.numero === 'number' ? donnees.numero : ''}`.trimEnd(),
  'texte-en-relecture': () => 'a ouvert la relecture du texte',
  'reprise-demandee': () => 'a demandé que le texte soit repris',
  'texte-accepte': () => 'a donné le dernier accord attendu : le texte est accepté',
  'texte-rouvert': () => 'a rouvert le texte accepté',
  'vote-ouvert': () => 'a ouvert la phase de délibération',
  'vote-refuse': () => 'a enregistré le refus de l’organe délibérant',
  'envoi-a-la-signature': () => 'a envoyé l’acte à la signature',
  'envoi-rappele': () => 'a rappelé l’envoi à la signature',
  'signature-refusee': () => 'a enregistré un refus de signer',
  'acte-signe': () => 'a enregistré la dernière signature : l’acte est signé',
  'acte-abandonne': () => 'a abandonné le projet',
}
