-- Cloisonnement par ligne, immuabilité et recherche : ce que Prisma ne sait pas dire.
-- Le rôle d'exécution n'est ni propriétaire ni BYPASSRLS : ces règles le lient à chaque requête.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Identifiants posés par l'application au début de chaque transaction (set_config local).
CREATE FUNCTION app_liste(nom text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_to_array(nullif(current_setting(nom, true), ''), ',')::uuid[], '{}'::uuid[])
$$;

ALTER TABLE acte ENABLE ROW LEVEL SECURITY;
-- Le groupe rédacteur voit tout ; l'autre côté ne voit que ce qui lui a été partagé ; le siège ne voit pas les brouillons.
CREATE POLICY acte_lecture ON acte FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR (partage AND organisations && (SELECT app_liste('app.organisations'))::uuid[])
  OR (etape <> 'BROUILLON' AND groupe_id = ANY ((SELECT app_liste('app.sieges'))::uuid[]))
);
CREATE POLICY acte_ajout ON acte FOR INSERT WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
CREATE POLICY acte_changement ON acte FOR UPDATE
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));

ALTER TABLE convention ENABLE ROW LEVEL SECURITY;
CREATE POLICY convention_lecture ON convention FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = convention.id)
);
CREATE POLICY convention_ajout ON convention FOR INSERT WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
CREATE POLICY convention_changement ON convention FOR UPDATE USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));

-- Ce qui pend à l'acte suit la visibilité de l'acte (dont la règle s'applique dans la sous-requête).
ALTER TABLE partie ENABLE ROW LEVEL SECURITY;
CREATE POLICY partie_acte ON partie USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = partie.acte_id));
ALTER TABLE signataire ENABLE ROW LEVEL SECURITY;
CREATE POLICY signataire_partie ON signataire USING (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id));
ALTER TABLE acte_centre ENABLE ROW LEVEL SECURITY;
CREATE POLICY acte_centre_acte ON acte_centre USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = acte_centre.acte_id));
ALTER TABLE unite ENABLE ROW LEVEL SECURITY;
CREATE POLICY unite_acte ON unite USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = unite.acte_id));
ALTER TABLE parametre ENABLE ROW LEVEL SECURITY;
CREATE POLICY parametre_convention ON parametre USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id));
ALTER TABLE rendu ENABLE ROW LEVEL SECURITY;
CREATE POLICY rendu_acte ON rendu USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = rendu.acte_id));
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY journal_acte ON journal USING (acte_id IS NULL OR EXISTS (SELECT 1 FROM acte a WHERE a.id = journal.acte_id));
ALTER TABLE fichier ENABLE ROW LEVEL SECURITY;
-- Un dépôt pas encore rattaché n'est visible que de qui l'a déposé ; les logos sont publics dans l'application.
CREATE POLICY fichier_acte ON fichier USING (
  (acte_id IS NULL AND (usage = 'logo' OR cree_par::text = current_setting('app.acteur', true)))
  OR EXISTS (SELECT 1 FROM acte a WHERE a.id = fichier.acte_id)
);

-- Une version publiée ne change jamais : seules la validation juridique et le retrait s'y écrivent.
CREATE FUNCTION version_immuable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Une version publiée de modèle ne se supprime pas'; END IF;
  IF TG_TABLE_NAME = 'unite_modele' THEN RAISE EXCEPTION 'Le texte d''une version publiée ne change pas'; END IF;
  IF (to_jsonb(NEW) - 'validee_le' - 'validee_par' - 'retiree_le') IS DISTINCT FROM (to_jsonb(OLD) - 'validee_le' - 'validee_par' - 'retiree_le') THEN
    RAISE EXCEPTION 'Une version publiée de modèle ne change pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER modele_version_immuable BEFORE UPDATE OR DELETE ON modele_version FOR EACH ROW EXECUTE FUNCTION version_immuable();
CREATE TRIGGER unite_modele_immuable BEFORE UPDATE OR DELETE ON unite_modele FOR EACH ROW EXECUTE FUNCTION version_immuable();

-- Le journal s'ajoute ; seules les saisies regroupées (30 minutes) prolongent leur propre ligne.
CREATE FUNCTION journal_ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Le journal ne se supprime pas'; END IF;
  IF (to_jsonb(NEW) - 'fin_le' - 'donnees') IS DISTINCT FROM (to_jsonb(OLD) - 'fin_le' - 'donnees') THEN
    RAISE EXCEPTION 'Le journal ne se réécrit pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_ajout_seul BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_ajout_seul();

-- Un fichier déposé garde ses octets et son empreinte.
CREATE FUNCTION fichier_immuable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.empreinte <> OLD.empreinte OR NEW.contenu <> OLD.contenu THEN RAISE EXCEPTION 'Un fichier déposé ne change pas'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fichier_immuable BEFORE UPDATE ON fichier FOR EACH ROW EXECUTE FUNCTION fichier_immuable();

CREATE INDEX acte_recherche_trgm ON acte USING gin (recherche gin_trgm_ops);
-- Recherche tolérante par l'index : sous RLS, LIKE et <% (non étanches) ne s'évaluent qu'après le cloisonnement, donc
-- sans index. Cette fonction, du propriétaire, applique elle-même le périmètre ; la requête qui la joint l'applique encore.
CREATE FUNCTION actes_trouves(mots text[]) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  condition text;
BEGIN
  PERFORM set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  SELECT string_agg(
    CASE WHEN length(m) > 3 THEN format('(a.recherche LIKE %L OR %L <%% a.recherche)', '%' || m || '%', m)
         ELSE format('a.recherche LIKE %L', '%' || m || '%') END, ' AND ')
    INTO condition FROM unnest(mots) m;
  RETURN QUERY EXECUTE 'SELECT a.id FROM acte a WHERE (a.groupe_id = ANY ($1) OR (a.partage AND a.organisations && $2)
    OR (a.etape <> ''BROUILLON'' AND a.groupe_id = ANY ($3))) AND ' || coalesce(condition, 'true')
    USING app_liste('app.groupes'), app_liste('app.organisations'), app_liste('app.sieges');
END $$;

CREATE INDEX acte_organisations ON acte USING gin (organisations);
CREATE INDEX organisation_recherche_trgm ON organisation USING gin (recherche gin_trgm_ops);

ALTER TABLE appellation ADD CONSTRAINT appellation_periode CHECK (jusqua IS NULL OR jusqua > depuis);
ALTER TABLE habilitation ADD CONSTRAINT habilitation_periode CHECK (jusqua IS NULL OR jusqua >= depuis);
ALTER TABLE reponse_besoin ADD CONSTRAINT refus_motive CHECK (nature <> 'REFUSEE' OR coalesce(motif, '') <> '');
