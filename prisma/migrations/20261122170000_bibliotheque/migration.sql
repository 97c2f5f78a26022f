-- Bibliothèque tenue par les groupes : versions d'établissement, projets de version, textes de référence corrigés.
-- DropIndex
DROP INDEX "modele_version_modele_code_numero_key";

-- AlterTable
ALTER TABLE "modele_version" ADD COLUMN     "base_id" UUID,
ADD COLUMN     "groupe_id" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "numero_socle" INTEGER,
ADD COLUMN     "publiee_par_nom" TEXT,
ADD COLUMN     "retiree_par_nom" TEXT,
ADD COLUMN     "retrait_motif" TEXT;

-- AlterTable
ALTER TABLE "unite_modele" ADD COLUMN     "accord_adaptation" JSONB;

-- AlterTable
ALTER TABLE "unite" ADD COLUMN     "motif_adaptation" TEXT;

-- CreateTable
CREATE TABLE "modele_projet" (
    "id" UUID NOT NULL,
    "modele_code" TEXT NOT NULL,
    "groupe_id" UUID NOT NULL,
    "base_id" UUID NOT NULL,
    "intitule" TEXT NOT NULL,
    "titre" TEXT NOT NULL,
    "resume" TEXT NOT NULL,
    "parametres" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "cree_par" UUID,
    "cree_par_nom" TEXT NOT NULL,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL,
    "clos_le" TIMESTAMPTZ(3),

    CONSTRAINT "modele_projet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unite_projet" (
    "id" UUID NOT NULL,
    "projet_id" UUID NOT NULL,
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
    "accord_adaptation" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL,
    "modifie_par_nom" TEXT,

    CONSTRAINT "unite_projet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visa_local" (
    "groupe_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "valide_du" DATE,
    "valide_au" DATE,
    "remplace_par" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL,
    "modifie_par_nom" TEXT NOT NULL,

    CONSTRAINT "visa_local_pkey" PRIMARY KEY ("groupe_id","code")
);

-- CreateIndex
CREATE INDEX "modele_projet_groupe_id_idx" ON "modele_projet"("groupe_id");

-- CreateIndex
CREATE UNIQUE INDEX "unite_projet_projet_id_identite_key" ON "unite_projet"("projet_id", "identite");

-- CreateIndex
CREATE INDEX "modele_version_groupe_id_idx" ON "modele_version"("groupe_id");

-- CreateIndex
CREATE UNIQUE INDEX "modele_version_modele_code_numero_socle_key" ON "modele_version"("modele_code", "numero_socle");

-- CreateIndex
CREATE UNIQUE INDEX "modele_version_modele_code_groupe_id_numero_key" ON "modele_version"("modele_code", "groupe_id", "numero");

-- CreateIndex
CREATE INDEX "acte_modele_version_id_idx" ON "acte"("modele_version_id");

-- AddForeignKey
ALTER TABLE "modele_version" ADD CONSTRAINT "modele_version_groupe_id_fkey" FOREIGN KEY ("groupe_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_version" ADD CONSTRAINT "modele_version_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "modele_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_projet" ADD CONSTRAINT "modele_projet_modele_code_fkey" FOREIGN KEY ("modele_code") REFERENCES "modele"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_projet" ADD CONSTRAINT "modele_projet_groupe_id_fkey" FOREIGN KEY ("groupe_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_projet" ADD CONSTRAINT "modele_projet_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "modele_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unite_projet" ADD CONSTRAINT "unite_projet_projet_id_fkey" FOREIGN KEY ("projet_id") REFERENCES "modele_projet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visa_local" ADD CONSTRAINT "visa_local_groupe_id_fkey" FOREIGN KEY ("groupe_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Les versions déjà publiées viennent toutes du socle. Leur déclencheur ne connaît que la validation et le retrait.
ALTER TABLE modele_version DISABLE TRIGGER modele_version_immuable;
UPDATE modele_version SET numero_socle = numero;
ALTER TABLE modele_version ENABLE TRIGGER modele_version_immuable;
ALTER TABLE modele_version ADD CONSTRAINT modele_version_origine CHECK ((groupe_id IS NULL) = (numero_socle IS NOT NULL));
ALTER TABLE modele_version ADD CONSTRAINT modele_version_note
  CHECK (groupe_id IS NULL OR (coalesce(note, '') <> '' AND base_id IS NOT NULL AND publiee_par_nom IS NOT NULL));
CREATE UNIQUE INDEX modele_projet_ouvert ON modele_projet (modele_code, groupe_id) WHERE clos_le IS NULL;

CREATE OR REPLACE FUNCTION version_immuable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  permis text[] := ARRAY['validee_le', 'validee_par', 'retiree_le', 'retrait_motif', 'retiree_par_nom'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Une version publiée de modèle ne se supprime pas'; END IF;
  IF TG_TABLE_NAME = 'unite_modele' THEN RAISE EXCEPTION 'Le texte d''une version publiée ne change pas'; END IF;
  IF (to_jsonb(NEW) - permis) IS DISTINCT FROM (to_jsonb(OLD) - permis) THEN
    RAISE EXCEPTION 'Une version publiée de modèle ne change pas';
  END IF;
  IF OLD.retiree_le IS NOT NULL AND NEW.retiree_le IS DISTINCT FROM OLD.retiree_le THEN
    RAISE EXCEPTION 'Un retrait ne se reprend pas';
  END IF;
  RETURN NEW;
END $$;

-- Un projet clos ne change plus, ses unités non plus.
CREATE FUNCTION projet_clos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'modele_projet' THEN
    IF OLD.clos_le IS NOT NULL THEN RAISE EXCEPTION 'Un projet de modèle publié ou abandonné ne change plus'; END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM modele_projet p WHERE p.id = coalesce(NEW.projet_id, OLD.projet_id) AND p.clos_le IS NOT NULL) THEN
    RAISE EXCEPTION 'Un projet de modèle publié ou abandonné ne change plus';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER modele_projet_clos BEFORE UPDATE ON modele_projet FOR EACH ROW EXECUTE FUNCTION projet_clos();
CREATE TRIGGER unite_projet_clos BEFORE INSERT OR UPDATE OR DELETE ON unite_projet FOR EACH ROW EXECUTE FUNCTION projet_clos();

-- Une version d'établissement se lit du groupe, de ses fonctions consultées, de son siège, et de qui lit un acte né d'elle.
CREATE FUNCTION app_lit_version(la_version uuid, le_groupe uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT le_groupe IS NULL
    OR le_groupe = ANY (app_liste('app.groupes')) OR le_groupe = ANY (app_liste('app.sieges'))
    OR EXISTS (SELECT 1 FROM unnest(app_textes('app.validations')) v WHERE split_part(v, ':', 1) = le_groupe::text)
    OR EXISTS (SELECT 1 FROM acte a WHERE a.modele_version_id = la_version)
$$;
ALTER TABLE modele_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY modele_version_lecture ON modele_version FOR SELECT USING (app_lit_version(id, groupe_id));
CREATE POLICY modele_version_ajout ON modele_version FOR INSERT
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
-- Validation juridique et retrait : le déclencheur borne ce qui s'y écrit.
CREATE POLICY modele_version_changement ON modele_version FOR UPDATE USING (
  groupe_id IS NULL OR groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR groupe_id::text || ':juridique' = ANY ((SELECT app_textes('app.validations'))::text[]));
ALTER TABLE unite_modele ENABLE ROW LEVEL SECURITY;
CREATE POLICY unite_modele_lecture ON unite_modele FOR SELECT
  USING (EXISTS (SELECT 1 FROM modele_version v WHERE v.id = unite_modele.version_id));
CREATE POLICY unite_modele_ajout ON unite_modele FOR INSERT WITH CHECK (EXISTS (
  SELECT 1 FROM modele_version v WHERE v.id = unite_modele.version_id AND v.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])));

-- Le déclencheur refuse haut et fort tout changement d'un texte publié ; une politique absente n'en dirait rien.
CREATE POLICY unite_modele_changement ON unite_modele FOR UPDATE USING (true);
CREATE POLICY unite_modele_retrait ON unite_modele FOR DELETE USING (true);
CREATE POLICY modele_version_retrait ON modele_version FOR DELETE USING (true);

ALTER TABLE modele_projet ENABLE ROW LEVEL SECURITY;
CREATE POLICY modele_projet_groupe ON modele_projet
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
ALTER TABLE unite_projet ENABLE ROW LEVEL SECURITY;
CREATE POLICY unite_projet_groupe ON unite_projet
  USING (EXISTS (SELECT 1 FROM modele_projet p WHERE p.id = unite_projet.projet_id))
  WITH CHECK (EXISTS (SELECT 1 FROM modele_projet p WHERE p.id = unite_projet.projet_id));

-- La validité d'un texte n'est pas un secret : la relecture des deux côtés en dépend. Seul le groupe écrit la sienne.
ALTER TABLE visa_local ENABLE ROW LEVEL SECURITY;
CREATE POLICY visa_local_lecture ON visa_local FOR SELECT USING (true);
CREATE POLICY visa_local_ajout ON visa_local FOR INSERT
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
CREATE POLICY visa_local_changement ON visa_local FOR UPDATE
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
ALTER TABLE visa_local ADD CONSTRAINT visa_local_periode CHECK (valide_au IS NULL OR valide_du IS NULL OR valide_au >= valide_du);
