-- De la rédaction à la signature : versions partagées, remarques, accords, délibérations, envois, signatures, résiliation,
-- courriels et tâches. Les règles de ligne viennent dans la migration suivante.
-- CreateEnum
CREATE TYPE "Cote" AS ENUM ('HOPITAL', 'GESTIONNAIRE');

-- CreateEnum
CREATE TYPE "NatureRemarque" AS ENUM ('COMMENTAIRE', 'CONTRE_PROPOSITION');

-- CreateEnum
CREATE TYPE "EtatRemarque" AS ENUM ('OUVERTE', 'ACCEPTEE', 'DECLINEE', 'CLOSE');

-- CreateEnum
CREATE TYPE "EtatApprobation" AS ENUM ('ATTENDUE', 'APPROUVEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "PorteeDeliberation" AS ENUM ('ACTE', 'ACTE_ET_AVENANTS', 'AVENANTS_SANS_EFFET_FINANCIER');

-- CreateEnum
CREATE TYPE "SensDeliberation" AS ENUM ('ADOPTEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "EtatEnvoi" AS ENUM ('PREPARATION', 'PRET', 'SIGNE', 'RETIRE');

-- CreateEnum
CREATE TYPE "EtatResiliation" AS ENUM ('NOTIFIEE', 'RECUE', 'RETIREE');

-- CreateEnum
CREATE TYPE "EtatCourriel" AS ENUM ('EN_ATTENTE', 'EN_COURS', 'ENVOYE', 'ECHEC', 'INCERTAIN', 'GARDE');

-- CreateEnum
CREATE TYPE "EtatTache" AS ENUM ('EN_ATTENTE', 'EN_COURS', 'FAITE', 'ECHOUEE');

-- AlterTable
ALTER TABLE "modele_version" ADD COLUMN     "approbations" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "acte" ADD COLUMN     "valideurs" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "signataire" ADD COLUMN     "autorite_date" DATE,
ADD COLUMN     "autorite_nature" TEXT NOT NULL DEFAULT 'DROIT',
ADD COLUMN     "autorite_reference" TEXT;

-- AlterTable
ALTER TABLE "parametre" ADD COLUMN     "tardive" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "journal" ADD COLUMN     "partage" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "fichier" ADD COLUMN     "interne" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "version_acte" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "texte" JSONB NOT NULL,
    "empreinte" TEXT NOT NULL,
    "empreintes" JSONB NOT NULL,
    "message" TEXT,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par" UUID,
    "cree_par_nom" TEXT NOT NULL,

    CONSTRAINT "version_acte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remarque" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID,
    "identite" TEXT,
    "passage" JSONB,
    "nature" "NatureRemarque" NOT NULL,
    "interne" BOOLEAN NOT NULL DEFAULT false,
    "etat" "EtatRemarque" NOT NULL DEFAULT 'OUVERTE',
    "motif" TEXT,
    "proposition" JSONB,
    "base" JSONB,
    "cote" "Cote" NOT NULL,
    "auteur_id" UUID,
    "invitation_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidee_le" TIMESTAMPTZ(3),
    "decidee_par" UUID,
    "decidee_par_nom" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "remarque_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_remarque" (
    "id" UUID NOT NULL,
    "remarque_id" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "cote" "Cote" NOT NULL,
    "auteur_id" UUID,
    "invitation_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_remarque_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptation" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "identite" TEXT NOT NULL DEFAULT '',
    "empreinte" TEXT NOT NULL,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiree_le" TIMESTAMPTZ(3),
    "code_id" UUID,

    CONSTRAINT "acceptation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "cote" "Cote" NOT NULL DEFAULT 'GESTIONNAIRE',
    "nom" TEXT NOT NULL,
    "qualite" TEXT NOT NULL DEFAULT '',
    "courriel" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par" UUID,
    "cree_par_nom" TEXT NOT NULL,
    "cree_par_cote" "Cote" NOT NULL,
    "ouverte_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retour_word" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "fichier_id" UUID NOT NULL,
    "cote" "Cote" NOT NULL,
    "lecture" JSONB NOT NULL,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retour_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approbation" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "rang" INTEGER NOT NULL,
    "fonction" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "nature" TEXT NOT NULL DEFAULT 'accord',
    "etat" "EtatApprobation" NOT NULL DEFAULT 'ATTENDUE',
    "motif" TEXT,
    "auteur_id" UUID,
    "auteur_nom" TEXT,
    "le" TIMESTAMPTZ(3),
    "code_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "approbation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliberation" (
    "id" UUID NOT NULL,
    "convention_id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "partie_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "organe" TEXT NOT NULL,
    "numero" TEXT,
    "seance_le" DATE NOT NULL,
    "transmise_le" DATE,
    "publiee_le" DATE,
    "portee" "PorteeDeliberation" NOT NULL DEFAULT 'ACTE',
    "sens" "SensDeliberation" NOT NULL DEFAULT 'ADOPTEE',
    "motif" TEXT,
    "fichier_id" UUID,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deliberation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seance_conseil" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "le" DATE NOT NULL,
    "depot_avant" DATE,
    "note" TEXT,
    "annulee_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seance_conseil_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "envoi_signature" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "etat" "EtatEnvoi" NOT NULL DEFAULT 'PREPARATION',
    "empreinte_texte" TEXT NOT NULL,
    "empreinte_complete" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "signataires" JSONB NOT NULL,
    "ordonne" BOOLEAN NOT NULL DEFAULT false,
    "pdf_id" UUID,
    "html_id" UUID,
    "relecture" JSONB,
    "motif" TEXT,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par" UUID,
    "cree_par_nom" TEXT NOT NULL,
    "pret_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "envoi_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "envoi_id" UUID NOT NULL,
    "partie_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "signe_le" DATE,
    "fichier_id" UUID,
    "verification" JSONB,
    "motif" TEXT,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resiliation" (
    "id" UUID NOT NULL,
    "convention_id" UUID NOT NULL,
    "cote" "Cote" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "etat" "EtatResiliation" NOT NULL DEFAULT 'NOTIFIEE',
    "envoyee_le" DATE NOT NULL,
    "lettres" JSONB NOT NULL,
    "preavis_mois" INTEGER NOT NULL,
    "recue_le" DATE,
    "fin_demandee" DATE,
    "fin_calculee" DATE,
    "auteur_id" UUID,
    "auteur_nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiree_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_accord" (
    "id" UUID NOT NULL,
    "acte_id" UUID NOT NULL,
    "utilisateur_id" UUID,
    "invitation_id" UUID,
    "objet" TEXT NOT NULL,
    "empreinte_texte" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "essais" INTEGER NOT NULL DEFAULT 0,
    "utilise_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "code_accord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel" (
    "id" UUID NOT NULL,
    "acte_id" UUID,
    "journal_id" UUID,
    "gabarit" TEXT NOT NULL,
    "donnees" JSONB NOT NULL,
    "destinataire" TEXT NOT NULL,
    "destinataire_nom" TEXT NOT NULL DEFAULT '',
    "message_id" TEXT NOT NULL,
    "etat" "EtatCourriel" NOT NULL DEFAULT 'EN_ATTENTE',
    "essais" INTEGER NOT NULL DEFAULT 0,
    "erreur" TEXT,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "debute_le" TIMESTAMPTZ(3),
    "fini_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tache" (
    "id" UUID NOT NULL,
    "genre" TEXT NOT NULL,
    "acte_id" UUID NOT NULL,
    "demandeur_id" UUID,
    "saisie" JSONB NOT NULL,
    "etat" "EtatTache" NOT NULL DEFAULT 'EN_ATTENTE',
    "avancement" INTEGER NOT NULL DEFAULT 0,
    "phrase" TEXT NOT NULL DEFAULT '',
    "fichier_id" UUID,
    "erreur" TEXT,
    "essais" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finie_le" TIMESTAMPTZ(3),

    CONSTRAINT "tache_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "version_acte_acte_id_numero_key" ON "version_acte"("acte_id", "numero");

-- CreateIndex
CREATE INDEX "remarque_acte_id_identite_idx" ON "remarque"("acte_id", "identite");

-- CreateIndex
CREATE INDEX "message_remarque_remarque_id_idx" ON "message_remarque"("remarque_id");

-- CreateIndex
CREATE INDEX "acceptation_acte_id_idx" ON "acceptation"("acte_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_empreinte_key" ON "invitation"("empreinte");

-- CreateIndex
CREATE INDEX "invitation_acte_id_idx" ON "invitation"("acte_id");

-- CreateIndex
CREATE INDEX "retour_word_acte_id_idx" ON "retour_word"("acte_id");

-- CreateIndex
CREATE UNIQUE INDEX "approbation_acte_id_empreinte_fonction_key" ON "approbation"("acte_id", "empreinte", "fonction");

-- CreateIndex
CREATE INDEX "deliberation_acte_id_idx" ON "deliberation"("acte_id");

-- CreateIndex
CREATE INDEX "deliberation_convention_id_idx" ON "deliberation"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "seance_conseil_organisation_id_le_key" ON "seance_conseil"("organisation_id", "le");

-- CreateIndex
CREATE UNIQUE INDEX "envoi_signature_acte_id_numero_key" ON "envoi_signature"("acte_id", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "signature_envoi_id_partie_id_rang_key" ON "signature"("envoi_id", "partie_id", "rang");

-- CreateIndex
CREATE INDEX "resiliation_convention_id_idx" ON "resiliation"("convention_id");

-- CreateIndex
CREATE INDEX "code_accord_acte_id_idx" ON "code_accord"("acte_id");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_message_id_key" ON "courriel"("message_id");

-- CreateIndex
CREATE INDEX "courriel_etat_cree_le_idx" ON "courriel"("etat", "cree_le");

-- CreateIndex
CREATE INDEX "courriel_acte_id_idx" ON "courriel"("acte_id");

-- CreateIndex
CREATE INDEX "tache_acte_id_idx" ON "tache"("acte_id");

-- AddForeignKey
ALTER TABLE "version_acte" ADD CONSTRAINT "version_acte_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remarque" ADD CONSTRAINT "remarque_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remarque" ADD CONSTRAINT "remarque_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remarque" ADD CONSTRAINT "remarque_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_remarque" ADD CONSTRAINT "message_remarque_remarque_id_fkey" FOREIGN KEY ("remarque_id") REFERENCES "remarque"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_remarque" ADD CONSTRAINT "message_remarque_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptation" ADD CONSTRAINT "acceptation_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptation" ADD CONSTRAINT "acceptation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retour_word" ADD CONSTRAINT "retour_word_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retour_word" ADD CONSTRAINT "retour_word_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retour_word" ADD CONSTRAINT "retour_word_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approbation" ADD CONSTRAINT "approbation_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approbation" ADD CONSTRAINT "approbation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_partie_id_fkey" FOREIGN KEY ("partie_id") REFERENCES "partie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seance_conseil" ADD CONSTRAINT "seance_conseil_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoi_signature" ADD CONSTRAINT "envoi_signature_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoi_signature" ADD CONSTRAINT "envoi_signature_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version_acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoi_signature" ADD CONSTRAINT "envoi_signature_pdf_id_fkey" FOREIGN KEY ("pdf_id") REFERENCES "fichier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoi_signature" ADD CONSTRAINT "envoi_signature_html_id_fkey" FOREIGN KEY ("html_id") REFERENCES "fichier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_envoi_id_fkey" FOREIGN KEY ("envoi_id") REFERENCES "envoi_signature"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_partie_id_fkey" FOREIGN KEY ("partie_id") REFERENCES "partie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resiliation" ADD CONSTRAINT "resiliation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_accord" ADD CONSTRAINT "code_accord_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tache" ADD CONSTRAINT "tache_acte_id_fkey" FOREIGN KEY ("acte_id") REFERENCES "acte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tache" ADD CONSTRAINT "tache_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichier"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Les mentions déjà enregistrées : références de délibération et noms de représentants.
UPDATE parametre SET tardive = true WHERE cle LIKE 'deliberation\_%' OR valeur->>'genre' = 'personne';
