-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "RoleHabilitation" AS ENUM ('DIRECTION_PARTENARIATS', 'DIRECTION_CMS', 'MAIRIE', 'REFERENT_SERVICE', 'SECRETARIAT', 'VALIDEUR', 'MEMBRE_COMITE', 'SIEGE', 'ADMINISTRATEUR');

-- CreateEnum
CREATE TYPE "NatureOrganisation" AS ENUM ('INSTITUTION', 'GROUPE_HOSPITALIER', 'SITE', 'POLE', 'SERVICE', 'GESTIONNAIRE', 'CENTRE');

-- CreateEnum
CREATE TYPE "NatureGestionnaire" AS ENUM ('COMMUNE', 'EPCI', 'ASSOCIATION', 'MUTUELLE', 'HOPITAL');

-- CreateEnum
CREATE TYPE "Civilite" AS ENUM ('M', 'MME');

-- CreateEnum
CREATE TYPE "CategorieSpecialite" AS ENUM ('CONSULTATION', 'SUPPORT');

-- CreateEnum
CREATE TYPE "NatureBesoin" AS ENUM ('CONSULTATION_HOPITAL', 'CONSULTATION_AVANCEE', 'HDJ', 'AUTRE');

-- CreateEnum
CREATE TYPE "PrioriteBesoin" AS ENUM ('HAUTE', 'NORMALE', 'BASSE');

-- CreateEnum
CREATE TYPE "NatureReponse" AS ENUM ('ARTICLE', 'AVENANT', 'EXPERIMENTATION', 'A_L_ETUDE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "GenreActe" AS ENUM ('CONVENTION', 'AVENANT');

-- CreateEnum
CREATE TYPE "Etape" AS ENUM ('BROUILLON', 'EN_RELECTURE', 'A_REPRENDRE', 'TEXTE_ACCEPTE', 'EN_DELIBERATION', 'A_SIGNER', 'SIGNEE', 'ABANDONNEE');

-- CreateEnum
CREATE TYPE "OrigineActe" AS ENUM ('REDACTION', 'REPRISE');

-- CreateEnum
CREATE TYPE "RolePartie" AS ENUM ('HOPITAL', 'GESTIONNAIRE');

-- CreateTable
CREATE TABLE "utilisateur" (
    "id" UUID NOT NULL,
    "courriel" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "mot_de_passe" TEXT,
    "mot_de_passe_a_changer" BOOLEAN NOT NULL DEFAULT false,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "derniere_visite_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "utilisateur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identite_externe" (
    "id" UUID NOT NULL,
    "fournisseur" TEXT NOT NULL,
    "sujet" TEXT NOT NULL,
    "utilisateur_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identite_externe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "utilisateur_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "vue_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tentative_connexion" (
    "cle" TEXT NOT NULL,
    "echecs" INTEGER NOT NULL DEFAULT 0,
    "depuis" TIMESTAMPTZ(3) NOT NULL,
    "bloquee_au" TIMESTAMPTZ(3),

    CONSTRAINT "tentative_connexion_pkey" PRIMARY KEY ("cle")
);

-- CreateTable
CREATE TABLE "jeton_compte" (
    "empreinte" TEXT NOT NULL,
    "utilisateur_id" UUID NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jeton_compte_pkey" PRIMARY KEY ("empreinte")
);

-- CreateTable
CREATE TABLE "habilitation" (
    "id" UUID NOT NULL,
    "utilisateur_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "RoleHabilitation" NOT NULL,
    "fonction" TEXT,
    "depuis" DATE NOT NULL,
    "jusqua" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "habilitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departement" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "tncc" INTEGER NOT NULL,

    CONSTRAINT "departement_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "commune" (
    "code_insee" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "tncc" INTEGER NOT NULL,
    "code_departement" TEXT NOT NULL,
    "code_postal" TEXT,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code_insee")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nature" "NatureOrganisation" NOT NULL,
    "nom" TEXT NOT NULL,
    "sigle" TEXT,
    "article" TEXT NOT NULL DEFAULT '',
    "feminin" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" UUID,
    "nature_gestionnaire" "NatureGestionnaire",
    "code_insee" TEXT,
    "adresse" TEXT,
    "siret" TEXT,
    "finess" TEXT,
    "telephone" TEXT,
    "courriel" TEXT,
    "depuis" DATE,
    "jusqua" DATE,
    "successeur_id" UUID,
    "offre_renseignee_le" DATE,
    "besoins_recueillis_le" DATE,
    "logo_fichier_id" UUID,
    "recherche" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partenariat" (
    "id" UUID NOT NULL,
    "groupe_id" UUID NOT NULL,
    "centre_id" UUID NOT NULL,
    "depuis" DATE,
    "note" TEXT,

    CONSTRAINT "partenariat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appellation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "sigle" TEXT NOT NULL,
    "code_reference" TEXT NOT NULL,
    "depuis" DATE NOT NULL,
    "jusqua" DATE,

    CONSTRAINT "appellation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personne" (
    "id" UUID NOT NULL,
    "civilite" "Civilite",
    "prenom" TEXT NOT NULL DEFAULT '',
    "nom" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "personne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fonction" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "personne_id" UUID,
    "code" TEXT NOT NULL,
    "masculin" TEXT NOT NULL,
    "feminin" TEXT NOT NULL,
    "depuis" DATE,
    "jusqua" DATE,
    "signataire" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fonction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialite" (
    "code" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "categorie" "CategorieSpecialite" NOT NULL,
    "rang" INTEGER NOT NULL,

    CONSTRAINT "specialite_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "offre" (
    "organisation_id" UUID NOT NULL,
    "specialite_code" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "offre_pkey" PRIMARY KEY ("organisation_id","specialite_code")
);

-- CreateTable
CREATE TABLE "equipement" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "quantite" INTEGER,
    "depuis" DATE,
    "jusqua" DATE,
    "source" TEXT,

    CONSTRAINT "equipement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reunion" (
    "id" UUID NOT NULL,
    "intitule" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "precision" TEXT NOT NULL DEFAULT 'jour',
    "source" TEXT,

    CONSTRAINT "reunion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "besoin" (
    "id" UUID NOT NULL,
    "centre_id" UUID NOT NULL,
    "nature" "NatureBesoin" NOT NULL,
    "specialite_code" TEXT,
    "libelle" TEXT NOT NULL,
    "recueilli_le" DATE NOT NULL,
    "reunion_id" UUID,
    "priorite" "PrioriteBesoin",
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "besoin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reponse_besoin" (
    "id" UUID NOT NULL,
    "besoin_id" UUID NOT NULL,
    "nature" "NatureReponse" NOT NULL,
    "texte" TEXT,
    "motif" TEXT,
    "convention_id" UUID,
    "identite" TEXT,
    "le" DATE NOT NULL,
    "auteur_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reponse_besoin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visa" (
    "code" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "valide_du" DATE,
    "valide_au" DATE,
    "remplace_par" TEXT,
    "note" TEXT,

    CONSTRAINT "visa_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "modele" (
    "code" TEXT NOT NULL,
    "intitule" TEXT NOT NULL,
    "rang" INTEGER NOT NULL,

    CONSTRAINT "modele_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "modele_version" (
    "id" UUID NOT NULL,
    "modele_code" TEXT NOT NULL,
    "numero" INTEGER NOT NULL,
    "intitule" TEXT NOT NULL,
    "titre" TEXT NOT NULL,
    "resume" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "redaction" BOOLEAN NOT NULL,
    "publiee_le" TIMESTAMPTZ(3) NOT NULL,
    "retiree_le" TIMESTAMPTZ(3),
    "empreinte" TEXT NOT NULL,
    "parties" JSONB NOT NULL,
    "parametres" JSONB NOT NULL,
    "validee_le" TIMESTAMPTZ(3),
    "validee_par" UUID,

    CONSTRAINT "modele_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unite_modele" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "identite" TEXT NOT NULL,
    "parent" TEXT,
    "rang" INTEGER NOT NULL,
    "genre" TEXT NOT NULL,
    "titre" TEXT,
    "contenu" JSONB NOT NULL,
    "annexe" JSONB,
    "variantes" JSONB NOT NULL,
    "facultative" BOOLEAN NOT NULL DEFAULT false,
    "visa" TEXT,

    CONSTRAINT "unite_modele_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convention" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "groupe_id" UUID NOT NULL,
    "modele_code" TEXT,
    "lot_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "convention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acte" (
    "id" UUID NOT NULL,
    "convention_id" UUID NOT NULL,
    "genre" "GenreActe" NOT NULL,
    "rang" INTEGER NOT NULL DEFAULT 0,
    "origine" "OrigineActe" NOT NULL DEFAULT 'REDACTION',
    "etape" "Etape" NOT NULL DEFAULT 'BROUILLON',
    "titre" TEXT NOT NULL,
    "modele_version_id" UUID,
    "groupe_id" UUID NOT NULL,
    "organisations" UUID[],
    "partage" BOOLEAN NOT NULL DEFAULT false,
    "date_effet" DATE,
    "date_signature" DATE,
    "date_fin" DATE,
    "resiliee_le" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par" UUID,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recherche" TEXT NOT NULL DEFAULT '',
    "tri" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "acte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acte_centre" (
    "acte_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "acte_centre_pkey" PRIMARY KEY ("acte_id","organisation_id")
);

-- CreateTable
CREATE TABLE "partie" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "role" "RolePartie" NOT NULL,
    "rang" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "designation" JSONB NOT NULL,
    "signee_le" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signataire" (
    "id" UUID NOT NULL,
    "partie_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "civilite" "Civilite",
    "prenom" TEXT NOT NULL DEFAULT '',
    "nom" TEXT NOT NULL DEFAULT '',
    "qualite" TEXT NOT NULL,
    "autorite" TEXT,
    "signe_le" DATE,

    CONSTRAINT "signataire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unite" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "identite" TEXT NOT NULL,
    "parent" TEXT,
    "rang" INTEGER NOT NULL,
    "genre" TEXT NOT NULL,
    "titre" TEXT,
    "contenu" JSONB NOT NULL,
    "annexe" JSONB,
    "visa" TEXT,
    "origine" TEXT NOT NULL DEFAULT 'modele',
    "variante" TEXT,
    "omise" BOOLEAN NOT NULL DEFAULT false,
    "motif" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modifie_par" UUID,

    CONSTRAINT "unite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parametre" (
    "convention_id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "valeur" JSONB,
    "origine_fiche" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modifie_par" UUID,

    CONSTRAINT "parametre_pkey" PRIMARY KEY ("convention_id","cle")
);

-- CreateTable
CREATE TABLE "compteur" (
    "cle" TEXT NOT NULL,
    "valeur" INTEGER NOT NULL,

    CONSTRAINT "compteur_pkey" PRIMARY KEY ("cle")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL,
    "acte_id" UUID,
    "organisation_id" UUID,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fin_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "evenement" TEXT NOT NULL,
    "cible" TEXT,
    "donnees" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fichier" (
    "id" UUID NOT NULL,
    "acte_id" UUID,
    "usage" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "empreinte" TEXT NOT NULL,
    "contenu" BYTEA NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par" UUID,

    CONSTRAINT "fichier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rendu" (
    "empreinte" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "acte_id" UUID NOT NULL,
    "contenu" BYTEA NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rendu_pkey" PRIMARY KEY ("empreinte")
);

-- CreateTable
CREATE TABLE "installation" (
    "cle" TEXT NOT NULL,
    "valeur" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("cle")
);

-- CreateIndex
CREATE UNIQUE INDEX "utilisateur_courriel_key" ON "utilisateur"("courriel");

-- CreateIndex
CREATE UNIQUE INDEX "identite_externe_fournisseur_sujet_key" ON "identite_externe"("fournisseur", "sujet");

-- CreateIndex
CREATE INDEX "session_utilisateur_id_idx" ON "session"("utilisateur_id");

-- CreateIndex
CREATE INDEX "habilitation_utilisateur_id_idx" ON "habilitation"("utilisateur_id");

-- CreateIndex
CREATE INDEX "habilitation_organisation_id_idx" ON "habilitation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_nature_idx" ON "organisation"("nature");

-- CreateIndex
CREATE UNIQUE INDEX "partenariat_groupe_id_centre_id_key" ON "partenariat"("groupe_id", "centre_id");

-- CreateIndex
CREATE INDEX "appellation_organisation_id_idx" ON "appellation"("organisation_id");

-- CreateIndex
CREATE INDEX "fonction_organisation_id_idx" ON "fonction"("organisation_id");

-- CreateIndex
CREATE INDEX "equipement_organisation_id_idx" ON "equipement"("organisation_id");

-- CreateIndex
CREATE INDEX "besoin_centre_id_idx" ON "besoin"("centre_id");

-- CreateIndex
CREATE INDEX "reponse_besoin_besoin_id_idx" ON "reponse_besoin"("besoin_id");

-- CreateIndex
CREATE UNIQUE INDEX "modele_version_modele_code_numero_key" ON "modele_version"("modele_code", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "unite_modele_version_id_identite_key" ON "unite_modele"("version_id", "identite");

-- CreateIndex
CREATE UNIQUE INDEX "convention_reference_key" ON "convention"("reference");

-- CreateIndex
CREATE INDEX "acte_groupe_id_modifie_le_id_idx" ON "acte"("groupe_id", "modifie_le" DESC, "id");

-- CreateIndex
CREATE INDEX "acte_groupe_id_tri_id_idx" ON "acte"("groupe_id", "tri", "id");

-- CreateIndex
CREATE UNIQUE INDEX "acte_convention_id_rang_key" ON "acte"("convention_id", "rang");

-- CreateIndex
CREATE INDEX "acte_centre_organisation_id_idx" ON "acte_centre"("organisation_id");

-- CreateIndex
CREATE INDEX "partie_acte_id_idx" ON "partie"("acte_id");

-- CreateIndex
CREATE INDEX "partie_organisation_id_idx" ON "partie"("organisation_id");

-- CreateIndex
CREATE INDEX "signataire_partie_id_idx" ON "signataire"("partie_id");

-- CreateIndex
CREATE UNIQUE INDEX "unite_acte_id_identite_key" ON "unite"("acte_id", "identite");

-- CreateIndex
CREATE INDEX "journal_acte_id_le_idx" ON "journal"("acte_id", "le" DESC);

-- CreateIndex
CREATE INDEX "journal_organisation_id_le_idx" ON "journal"("organisation_id", "le" DESC);

-- CreateIndex
CREATE INDEX "fichier_acte_id_idx" ON "fichier"("acte_id");

-- CreateIndex
CREATE INDEX "rendu_acte_id_idx" ON "rendu"("acte_id");

-- AddForeignKey
ALTER TABLE "identite_externe" ADD CONSTRAINT "identite_externe_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jeton_compte" ADD CONSTRAINT "jeton_compte_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "habilitation" ADD CONSTRAINT "habilitation_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "habilitation" ADD CONSTRAINT "habilitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_code_departement_fkey" FOREIGN KEY ("code_departement") REFERENCES "departement"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_successeur_id_fkey" FOREIGN KEY ("successeur_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_code_insee_fkey" FOREIGN KEY ("code_insee") REFERENCES "commune"("code_insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partenariat" ADD CONSTRAINT "partenariat_groupe_id_fkey" FOREIGN KEY ("groupe_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partenariat" ADD CONSTRAINT "partenariat_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appellation" ADD CONSTRAINT "appellation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fonction" ADD CONSTRAINT "fonction_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fonction" ADD CONSTRAINT "fonction_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personne"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offre" ADD CONSTRAINT "offre_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offre" ADD CONSTRAINT "offre_specialite_code_fkey" FOREIGN KEY ("specialite_code") REFERENCES "specialite"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "besoin" ADD CONSTRAINT "besoin_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "besoin" ADD CONSTRAINT "besoin_specialite_code_fkey" FOREIGN KEY ("specialite_code") REFERENCES "specialite"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "besoin" ADD CONSTRAINT "besoin_reunion_id_fkey" FOREIGN KEY ("reunion_id") REFERENCES "reunion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reponse_besoin" ADD CONSTRAINT "reponse_besoin_besoin_id_fkey" FOREIGN KEY ("besoin_id") REFERENCES "besoin"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reponse_besoin" ADD CONSTRAINT "reponse_besoin_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_version" ADD CONSTRAINT "modele_version_modele_code_fkey" FOREIGN KEY ("modele_code") REFERENCES "modele"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unite_modele" ADD CONSTRAINT "unite_modele_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "modele_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention" ADD CONSTRAINT "convention_groupe_id_fkey" FOREIGN KEY ("groupe_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acte" ADD CONSTRAINT "acte_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acte" ADD CONSTRAINT "acte_modele_version_id_fkey" FOREIGN KEY ("modele_version_id") REFERENCES "modele_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acte_centre" ADD CONSTRAINT "acte_centre_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acte_centre" ADD CONSTRAINT "acte_centre_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partie" ADD CONSTRAINT "partie_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partie" ADD CONSTRAINT "partie_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signataire" ADD CONSTRAINT "signataire_partie_id_fkey" FOREIGN KEY ("partie_id") REFERENCES "partie"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unite" ADD CONSTRAINT "unite_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parametre" ADD CONSTRAINT "parametre_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal" ADD CONSTRAINT "journal_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fichier" ADD CONSTRAINT "fichier_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE SET NULL ON UPDATE CASCADE;


