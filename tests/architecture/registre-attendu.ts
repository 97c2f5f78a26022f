// Registre écrit à la main de ce que l'application ouvre : une page, une route ou une action absente d'ici fait
// échouer `registre.test.ts`, et tout ce qui est ici est parcouru par les tests de bout en bout.

/** Qui atteint une page. Les rôles nommés sont ceux de la démonstration (`e2e/aides/roles.ts`). */
export type Acces =
  /** Sans session. */
  | 'public'
  /** Toute personne connectée, quel que soit son rôle. */
  | 'connecte'
  /** Direction des partenariats d'un groupe. */
  | 'direction'
  /** Partenaires du centre ou du groupe montré. */
  | 'partenaire'
  /** Ceux qui voient la convention montrée. */
  | 'convention'
  /** Direction du seul groupe qui a ouvert le projet de version. */
  | 'projet'
  /** Siège de l'institution. */
  | 'siege'
  | 'administrateur'

/** `exemple` : une adresse réelle de la démonstration ; `{reference}`, `{partagee}`, `{signee}`, `{avenant}`, `{retour}`, `{utilisateur}`, `{modele}` et `{version}`, `{campagne}`, `{engagement}` sont remplis par les tests. */
export type PageAttendue = { acces: Acces; exemple: string }

export const PAGES: Record<string, PageAttendue> = {
  '/': { acces: 'connecte', exemple: '/' },
  '/a-saisir': { acces: 'connecte', exemple: '/a-saisir' },
  '/accessibilite': { acces: 'public', exemple: '/accessibilite' },
  '/activation/[jeton]': { acces: 'public', exemple: '/activation/jeton-inconnu-de-l-application' },
  '/administration': { acces: 'administrateur', exemple: '/administration' },
  '/administration/courriels': { acces: 'administrateur', exemple: '/administration/courriels' },
  '/administration/organisations': { acces: 'administrateur', exemple: '/administration/organisations' },
  '/administration/organisations/[code]': {
    acces: 'administrateur',
    exemple: '/administration/organisations/hups',
  },
  '/administration/organisations/nouvelle': {
    acces: 'administrateur',
    exemple: '/administration/organisations/nouvelle?nature=centre',
  },
  '/administration/utilisateurs': { acces: 'administrateur', exemple: '/administration/utilisateurs' },
  '/administration/utilisateurs/[id]': {
    acces: 'administrateur',
    exemple: '/administration/utilisateurs/{utilisateur}',
  },
  '/administration/utilisateurs/nouveau': {
    acces: 'administrateur',
    exemple: '/administration/utilisateurs/nouveau',
  },
  '/bibliotheque': { acces: 'connecte', exemple: '/bibliotheque' },
  '/bibliotheque/[code]': { acces: 'connecte', exemple: '/bibliotheque/{modele}' },
  '/bibliotheque/ecarts': { acces: 'direction', exemple: '/bibliotheque/ecarts' },
  '/bibliotheque/ecarts/[reference]': { acces: 'projet', exemple: '/bibliotheque/ecarts/{reference}' },
  '/bibliotheque/[code]/comparer': {
    acces: 'connecte',
    exemple: '/bibliotheque/{modele}/comparer?de={version}&a={version}',
  },
  '/bibliotheque/[code]/projet': { acces: 'projet', exemple: '/bibliotheque/{modele}/projet' },
  '/bibliotheque/[code]/projet/publier': {
    acces: 'projet',
    exemple: '/bibliotheque/{modele}/projet/publier',
  },
  '/bibliotheque/[code]/projet/valeurs': {
    acces: 'projet',
    exemple: '/bibliotheque/{modele}/projet/valeurs',
  },
  '/bibliotheque/[code]/versions': { acces: 'connecte', exemple: '/bibliotheque/{modele}/versions' },
  '/bibliotheque/visas': { acces: 'direction', exemple: '/bibliotheque/visas' },
  '/campagnes': { acces: 'direction', exemple: '/campagnes' },
  '/campagnes/[id]': { acces: 'direction', exemple: '/campagnes/{campagne}' },
  '/campagnes/nouvelle': { acces: 'direction', exemple: '/campagnes/nouvelle?avenant={avenant}' },
  '/cms': { acces: 'connecte', exemple: '/cms' },
  '/cms/[code]': { acces: 'partenaire', exemple: '/cms/arcueil' },
  '/compte': { acces: 'connecte', exemple: '/compte' },
  '/compte/mot-de-passe': { acces: 'connecte', exemple: '/compte/mot-de-passe' },
  '/conseils': { acces: 'connecte', exemple: '/conseils' },
  '/connexion': { acces: 'public', exemple: '/connexion' },
  '/conventions': { acces: 'connecte', exemple: '/conventions' },
  '/conventions/[reference]': { acces: 'convention', exemple: '/conventions/{reference}' },
  '/conventions/[reference]/dates': { acces: 'convention', exemple: '/conventions/{reference}/dates' },
  '/conventions/[reference]/en-vigueur': {
    acces: 'convention',
    exemple: '/conventions/{signee}/en-vigueur',
  },
  '/conventions/[reference]/engagements': {
    acces: 'convention',
    exemple: '/conventions/{signee}/engagements',
  },
  '/conventions/[reference]/engagements/[engagementId]': {
    acces: 'convention',
    exemple: '/conventions/{signee}/engagements/{engagement}',
  },
  '/conventions/[reference]/journal': { acces: 'convention', exemple: '/conventions/{reference}/journal' },
  '/conventions/[reference]/modifier': {
    acces: 'convention',
    exemple: '/conventions/{avenant}/modifier',
  },
  '/conventions/[reference]/relecture': {
    acces: 'convention',
    exemple: '/conventions/{reference}/relecture',
  },
  '/conventions/[reference]/signature': {
    acces: 'convention',
    exemple: '/conventions/{reference}/signature',
  },
  '/conventions/[reference]/texte': { acces: 'convention', exemple: '/conventions/{reference}/texte' },
  '/conventions/[reference]/vote': { acces: 'convention', exemple: '/conventions/{reference}/vote' },
  '/conventions/[reference]/rediger': { acces: 'convention', exemple: '/conventions/{reference}/rediger' },
  '/conventions/[reference]/versions': { acces: 'convention', exemple: '/conventions/{partagee}/versions' },
  '/conventions/[reference]/versions/[numero]': {
    acces: 'convention',
    exemple: '/conventions/{partagee}/versions/1',
  },
  '/conventions/[reference]/versions/comparer': {
    acces: 'convention',
    exemple: '/conventions/{partagee}/versions/comparer?de=modele&a=travail',
  },
  '/conventions/[reference]/versions/retours/[id]': {
    acces: 'convention',
    exemple: '/conventions/{partagee}/versions/retours/{retour}',
  },
  '/conventions/nouvelle': { acces: 'direction', exemple: '/conventions/nouvelle' },
  '/conventions/reprise': { acces: 'direction', exemple: '/conventions/reprise' },
  '/demandes': { acces: 'connecte', exemple: '/demandes' },
  '/demandes/import': { acces: 'connecte', exemple: '/demandes/import' },
  '/donnees-personnelles': { acces: 'public', exemple: '/donnees-personnelles' },
  '/groupes': { acces: 'connecte', exemple: '/groupes' },
  '/groupes/[code]': { acces: 'partenaire', exemple: '/groupes/hups' },
  '/invitation/[jeton]': { acces: 'public', exemple: '/invitation/jeton-inconnu-de-l-application' },
  '/tableau': { acces: 'connecte', exemple: '/tableau' },
  '/tableau/centre/[organisation]': { acces: 'partenaire', exemple: '/tableau/centre/arcueil' },
  '/tableau/comite': { acces: 'connecte', exemple: '/tableau/comite' },
  '/tableau/mesures': { acces: 'connecte', exemple: '/tableau/mesures' },
  '/tableau/siege': { acces: 'siege', exemple: '/tableau/siege' },
  '/mentions-legales': { acces: 'public', exemple: '/mentions-legales' },
}

export const ROUTES: Record<string, string[]> = {
  '/api/auth/[...nextauth]': ['GET', 'POST'],
  '/api/conventions/[reference]/comparaison': ['GET'],
  '/api/conventions/[reference]/docx': ['GET'],
  '/api/conventions/[reference]/en-vigueur': ['GET'],
  '/api/conventions/[reference]/pdf': ['GET'],
  '/api/conventions/[reference]/preuve': ['GET'],
  '/api/conventions/[reference]/resiliation/[id]': ['GET'],
  '/api/demandes/modele': ['GET'],
  '/api/ecarts/csv': ['GET'],
  '/api/ecarts/xlsx': ['GET'],
  '/api/fichiers/[id]': ['GET'],
  '/api/sante': ['GET'],
  '/api/tableau/csv': ['GET'],
  '/api/tableau/pdf': ['GET'],
  '/api/tableau/xlsx': ['GET'],
  '/api/taches/[id]': ['GET'],
}

const aSaisir = 'app/(connecte)/a-saisir/actions.ts'
const administration = 'app/(connecte)/administration/actions.ts'
const bibliotheque = 'app/(connecte)/bibliotheque/actions.ts'
const projet = 'app/(connecte)/bibliotheque/[code]/projet/actions.ts'
const organisations = 'app/(connecte)/administration/organisations/actions.ts'
const courriels = 'app/(connecte)/administration/courriels/actions.ts'
const campagnes = 'app/(connecte)/campagnes/actions.ts'
const cms = 'app/(connecte)/cms/[code]/actions.ts'
const conseils = 'app/(connecte)/conseils/actions.ts'
const demandes = 'app/(connecte)/demandes/actions.ts'
const importDemandes = 'app/(connecte)/demandes/import/actions.ts'
const compte = 'app/(connecte)/compte/actions.ts'
const conventions = 'app/(connecte)/conventions/actions.ts'
const acte = 'app/(connecte)/conventions/[reference]/actions.ts'
const signature = 'app/(connecte)/conventions/[reference]/signature/actions.ts'
const dates = 'app/(connecte)/conventions/[reference]/dates/actions.ts'
const engagements = 'app/(connecte)/conventions/[reference]/engagements/actions.ts'
const vote = 'app/(connecte)/conventions/[reference]/vote/actions.ts'
const modifier = 'app/(connecte)/conventions/[reference]/modifier/actions.ts'
const rediger = 'app/(connecte)/conventions/[reference]/rediger/actions.ts'
const invitation = 'app/(public)/invitation/[jeton]/actions.ts'
const relecture = 'app/(connecte)/conventions/[reference]/relecture/actions.ts'

const versions = 'app/(connecte)/conventions/[reference]/versions/actions.ts'

/** Action passée par une porte → le schéma de sa saisie, tel qu'écrit dans le code. */
export const ACTIONS: Record<string, string> = {
  [`${aSaisir}#contester`]: 'schemaMesureMotivee',
  [`${aSaisir}#corriger`]: 'schemaCorrigerMesure',
  [`${aSaisir}#deposer`]: 'schemaDepot',
  [`${aSaisir}#figer`]: 'schemaMesure',
  [`${aSaisir}#maintenir`]: 'schemaMesureMotivee',
  [`${aSaisir}#reprendre`]: 'schemaCorrigerMesure',
  [`${aSaisir}#rouvrir`]: 'schemaMesureMotivee',
  [`${aSaisir}#saisir`]: 'schemaSaisirMesure',
  [`${aSaisir}#valider`]: 'schemaMesure',
  [`${administration}#creerCompte`]: 'saisieUtilisateur',
  [`${administration}#emettreLien`]: 'saisieJeton',
  [`${administration}#fermerCompte`]: 'saisieDesignation',
  [`${administration}#finirHabilitation`]: 'saisieFinHabilitation',
  [`${administration}#habiliter`]: 'saisieHabilitation',
  [`${administration}#modifierCompte`]: 'saisieModification',
  [`${administration}#rouvrirCompte`]: 'saisieDesignation',
  [`${courriels}#renvoyer`]: 'saisieRenvoi',
  [`${bibliotheque}#enregistrerTexte`]: 'schemaVisa',
  [`${bibliotheque}#ouvrir`]: 'schemaOuvrirProjet',
  [`${bibliotheque}#retirer`]: 'schemaRetirerVersion',
  [`${bibliotheque}#valider`]: 'schemaValiderModele',
  [`${projet}#abandonner`]: 'schemaProjet',
  [`${projet}#ajouterUnite`]: 'schemaAjouterUnite',
  [`${projet}#deplacerUnite`]: 'schemaDeplacerUnite',
  [`${projet}#enregistrerEntete`]: 'schemaEntete',
  [`${projet}#enregistrerPartie`]: 'schemaPartieProjet',
  [`${projet}#enregistrerAvis`]: 'schemaAvisProjet',
  [`${projet}#enregistrerUnite`]: 'schemaUniteProjet',
  [`${projet}#enregistrerValeur`]: 'schemaParametreProjet',
  [`${projet}#publier`]: 'schemaPublierProjet',
  [`${projet}#retirerUnite`]: 'schemaUniteVisee',
  [`${projet}#retirerValeur`]: 'schemaRetirerParametre',
  [`${organisations}#creer`]: 'schemaCreationOrganisation',
  [`${organisations}#delier`]: 'schemaRetraitPartenariat',
  [`${organisations}#fermer`]: 'schemaFermeture',
  [`${organisations}#modifier`]: 'schemaModificationOrganisation',
  [`${organisations}#relier`]: 'schemaPartenariat',
  [`${campagnes}#archiver`]: 'schemaArchiveCampagne',
  [`${campagnes}#arreter`]: 'schemaArreterCentre',
  [`${campagnes}#ouvrir`]: 'schemaOuvrirCampagne',
  [`${campagnes}#partager`]: 'schemaPartagerCampagne',
  [`${campagnes}#relancer`]: 'schemaCampagne',
  [`${campagnes}#reprendre`]: 'schemaCampagne',
  [`${cms}#actionAjouterBesoin`]: 'schemaAjoutBesoin',
  [`${cms}#actionAjouterEquipement`]: 'schemaAjoutEquipement',
  [`${cms}#actionCompleterFiche`]: 'schemaFiche',
  [`${cms}#actionDeclarerOffre`]: 'schemaOffre',
  [`${cms}#actionDeposerLogo`]: 'schemaLogo',
  [`${cms}#actionModifierBesoin`]: 'schemaModificationBesoin',
  [`${cms}#actionModifierEquipement`]: 'schemaModificationEquipement',
  [`${cms}#actionRenseignerTitulaire`]: 'schemaTitulaire',
  [`${cms}#actionRepondreBesoin`]: 'schemaReponseBesoin',
  [`${cms}#actionTerminerEquipement`]: 'schemaFinEquipement',
  [`${demandes}#completer`]: 'schemaCompleter',
  [`${demandes}#corriger`]: 'schemaCorriger',
  [`${demandes}#inscrire`]: 'schemaInscrire',
  [`${demandes}#retirer`]: 'schemaRetirer',
  [`${importDemandes}#annuler`]: 'schemaAnnulerLot',
  [`${importDemandes}#deposer`]: 'schemaDeposerLot',
  [`${importDemandes}#lancer`]: 'schemaLancerLot',
  [`${conseils}#corrigerSeance`]: 'schemaModifierSeance',
  [`${conseils}#inscrireSeance`]: 'schemaAjouterSeance',
  [`${conseils}#retirerSeance`]: 'schemaAnnulerSeance',
  [`${compte}#changerMonMotDePasse`]: 'saisieChangement',
  [`${compte}#fermerMaSession`]: 'saisieRevocation.pick({ sessionId: true })',
  [`${compte}#meDeconnecterPartout`]: 'saisieRevocation.pick({})',
  [`${conventions}#abandonner`]: 'schemaAbandonner',
  [`${conventions}#creer`]: 'schemaCreerConventions',
  [`${conventions}#deposer`]: 'schemaDepot',
  [`${conventions}#reprendre`]: 'schemaEnregistrerReprise',
  [`${conventions}#transcrire`]: 'schemaSaisirTexte',
  [`${acte}#accepter`]: 'schemaAccepterArticle',
  [`${acte}#accepterTout`]: 'schemaAccepterEnsemble',
  [`${acte}#completerUnPraticien`]: 'schemaModifierPraticien',
  [`${acte}#demanderCodeDAccord`]: 'schemaDemanderCode',
  [`${acte}#detacher`]: 'schemaDetacher',
  [`${acte}#commencerUneTranscription`]: 'schemaCommencerTranscription',
  [`${acte}#corrigerUneTranscription`]: 'schemaCorrigerTranscription',
  [`${acte}#declarerUneTranscription`]: 'schemaDeclarerTranscription',
  [`${acte}#inscrireUnPraticien`]: 'schemaAjouterPraticien',
  [`${acte}#inviterPersonne`]: 'schemaInviter',
  [`${acte}#ouvrirUnAvenant`]: 'schemaOuvrirAvenant',
  [`${acte}#partager`]: 'schemaPartageEcrit',
  [`${acte}#preparerDocument`]: 'schemaDemanderDocument',
  [`${acte}#prolongerLien`]: 'schemaGererInvitation',
  [`${acte}#rattacher`]: 'schemaRattacher',
  [`${acte}#reprendreTexte`]: 'schemaPassageEcrit',
  [`${acte}#retirer`]: 'schemaRetirerAccord',
  [`${acte}#retirerUnPraticien`]: 'schemaRetirerPraticien',
  [`${acte}#revoquerLien`]: 'schemaGererInvitation',
  [`${acte}#rouvrir`]: 'schemaPassageEcrit',
  [`${signature}#abandonner`]: 'schemaAbandonnerEnvoi',
  [`${signature}#deposer`]: 'schemaDeposerRetour',
  [`${signature}#enregistrer`]: 'schemaRetour',
  [`${signature}#envoyer`]: 'schemaEnvoyer',
  [`${signature}#lire`]: 'schemaLireRetour',
  [`${signature}#rappeler`]: 'schemaRappeler',
  [`${signature}#refuser`]: 'schemaRefuserDeSigner',
  [`${signature}#reprendre`]: 'schemaReprendreEnvoi',
  [`${dates}#decider`]: 'schemaDecider',
  [`${dates}#denoncer`]: 'schemaNotifierResiliation',
  [`${dates}#noter`]: 'schemaNoterReception',
  [`${dates}#retirer`]: 'schemaRetirerResiliation',
  [`${engagements}#ajouter`]: 'schemaAjouterEngagement',
  [`${engagements}#constater`]: 'schemaConstaterCondition',
  [`${engagements}#regler`]: 'schemaReglerEngagement',
  [`${modifier}#abandonner`]: 'schemaAbandonner',
  [`${modifier}#actualiser`]: 'schemaActualiserBase',
  [`${modifier}#ajuster`]: 'schemaAjusterRedaction',
  [`${modifier}#changerLeTerme`]: 'schemaChangerTerme',
  [`${modifier}#changerUnePartie`]: 'schemaChangerPartie',
  [`${modifier}#changerUneQualite`]: 'schemaChangerQualite',
  [`${modifier}#choisirUneForme`]: 'schemaChoisirForme',
  [`${modifier}#direLEffet`]: 'schemaDireEffet',
  [`${modifier}#direLObjet`]: 'schemaDireObjet',
  [`${modifier}#enregistrerSignataires`]: 'schemaModifierSignataires',
  [`${modifier}#inserer`]: 'schemaInsererUnite',
  [`${modifier}#reprendreLaRedaction`]: 'schemaReprendreRedaction',
  [`${modifier}#reprendreUnArticle`]: 'schemaReprendreDuModele',
  [`${modifier}#retablir`]: 'schemaUniteVisee',
  [`${modifier}#retoucher`]: 'schemaRetoucherUnite',
  [`${modifier}#retoucherUneValeur`]: 'schemaRetoucherValeur',
  [`${modifier}#supprimer`]: 'schemaUniteVisee',
  [`${rediger}#abandonner`]: 'schemaAbandonner',
  [`${rediger}#choisirVarianteUnite`]: 'schemaChoisirVariante',
  [`${rediger}#enregistrerParametre`]: 'schemaModifierParametre',
  [`${rediger}#enregistrerSignataires`]: 'schemaModifierSignataires',
  [`${rediger}#enregistrerUnite`]: 'schemaModifierUnite',
  [`${rediger}#joindreFormulaireVierge`]: 'schemaJoindreFormulaire',
  [`${rediger}#motiver`]: 'schemaMotiverAdaptation',
  [`${rediger}#omettre`]: 'schemaOmettreUnite',
  [`${rediger}#relireFiches`]: 'schemaConsulterFiches',
  [`${rediger}#reprendreDeLaFiche`]: 'schemaReprendreFiche',
  [`${rediger}#retablir`]: 'schemaRetablirUnite',
  [`${relecture}#decider`]: 'schemaDeciderRemarque',
  [`${relecture}#ecrire`]: 'schemaEcrireRemarque',
  [`${relecture}#proposer`]: 'schemaProposerTexte',
  [`${relecture}#repondreAuFil`]: 'schemaRepondre',
  [`${relecture}#retenirProposition`]: 'schemaRetenir',
  [`${vote}#approuverTexte`]: 'schemaApprouver',
  [`${vote}#corrigerDecision`]: 'schemaCorrigerDeliberation',
  [`${vote}#direEffet`]: 'schemaEffetFinancier',
  [`${vote}#enregistrerDecision`]: 'schemaDeliberation',
  [`${vote}#enregistrerPouvoir`]: 'schemaSignataire',
  [`${vote}#enregistrerRefus`]: 'schemaRefuserAuVote',
  [`${vote}#envoyerCodeAvis`]: 'schemaCodeAvis',
  [`${vote}#joindrePiece`]: 'schemaDepot',
  [`${vote}#preparerDossier`]: 'schemaDossierConseil',
  [`${vote}#remplir`]: 'schemaMention',
  [`${vote}#rendreAvisDefavorable`]: 'schemaRefuserAvis',
  [`${vote}#soumettre`]: 'schemaSoumettreAuVote',
  [`${versions}#deposerRetour`]: 'schemaJoindreRetour',
  [`${versions}#preparerComparaison`]: 'schemaDemanderComparaison',
  [`${versions}#proposerDepuisRetour`]: 'schemaProposerDuRetour',
  'app/(public)/activation/[jeton]/actions.ts#choisirMotDePasse': 'saisieActivation',
  'app/(public)/connexion/actions.ts#seConnecter':
    'saisieConnexion.extend({ suite: z.string().max(1_000).optional() })',
  [`${invitation}#decider`]: 'schemaDeciderRemarque.extend({ jeton: schemaJeton })',
  [`${invitation}#ecrire`]: 'schemaEcrireRemarque.extend({ jeton: schemaJeton })',
  [`${invitation}#proposer`]: 'schemaProposerTexte.extend({ jeton: schemaJeton })',
  [`${invitation}#repondreAuFil`]: 'schemaRepondre.extend({ jeton: schemaJeton })',
}

/** Actions permises sans session : elles passent par `actionPublique`. */
export const ACTIONS_PUBLIQUES: readonly string[] = [
  'app/(public)/activation/[jeton]/actions.ts#choisirMotDePasse',
  'app/(public)/connexion/actions.ts#seConnecter',
]

/** Actions d'une personne invitée : le jeton de son lien, dans la saisie, tient lieu de session. */
export const ACTIONS_INVITEES: readonly string[] = [
  `${invitation}#decider`,
  `${invitation}#ecrire`,
  `${invitation}#proposer`,
  `${invitation}#repondreAuFil`,
]

/** Les seules actions hors des portes, chacune avec sa raison et ce qu'elle reçoit. */
export const EXCEPTIONS: Record<string, { raison: string; recoit: 'rien' | 'texte' }> = {
  [`${compte}#meDeconnecter`]: { raison: 'permise à tous, même sans session ouverte', recoit: 'rien' },
  [`${modifier}#relireActe`]: {
    raison: 'lecture du texte que l’avenant donnera, pour l’atelier',
    recoit: 'texte',
  },
  [`${modifier}#relireProjet`]: {
    raison: 'lecture de la rédaction de l’avenant, pour l’atelier',
    recoit: 'texte',
  },
  [`${modifier}#relireRedaction`]: {
    raison: 'lecture de l’avenant article par article, pour l’écran de rédaction',
    recoit: 'texte',
  },
  [`${rediger}#relireActe`]: {
    raison: 'lecture de l’acte tel que le serveur le garde, pour l’écran de rédaction',
    recoit: 'texte',
  },
  [`${relecture}#lireTexte`]: {
    raison: 'lecture de la version partagée, pour l’éditeur d’une contre-proposition',
    recoit: 'texte',
  },
  [`${invitation}#lireTexte`]: {
    raison: 'lecture de la version que le lien nomme, pour l’éditeur d’une contre-proposition',
    recoit: 'texte',
  },
  'app/(connecte)/rechercher.ts#rechercher': {
    raison: 'lecture de la palette : une liste vide vaut refus',
    recoit: 'texte',
  },
}
