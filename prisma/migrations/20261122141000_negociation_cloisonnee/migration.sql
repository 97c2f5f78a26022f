-- L'autre côté lit les versions partagées, jamais le travail en cours ; il écrit ses remarques, ses accords, sa
-- délibération et ses signatures. Chaque règle est explicite : le domaine décide, la base borne.

CREATE FUNCTION app_textes(nom text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_to_array(nullif(current_setting(nom, true), ''), ','), '{}'::text[])
$$;
CREATE FUNCTION app_uuid(nom text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting(nom, true), '')::uuid
$$;
CREATE FUNCTION app_drapeau(nom text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting(nom, true), '') = '1'
$$;
CREATE FUNCTION app_voit(acte uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.id = acte)
$$;

-- Qui voit l'acte : à la suite des règles d'origine, la fonction dont l'avis est demandé et la personne invitée.
DROP POLICY acte_lecture ON acte;
CREATE POLICY acte_lecture ON acte FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR (partage AND organisations && (SELECT app_liste('app.organisations'))::uuid[])
  OR (partage AND valideurs && (SELECT app_textes('app.validations'))::text[])
  OR (partage AND id = (SELECT app_uuid('app.invitation')))
  OR (etape <> 'BROUILLON' AND groupe_id = ANY ((SELECT app_liste('app.sieges'))::uuid[]))
);
CREATE INDEX acte_valideurs ON acte USING gin (valideurs);
CREATE OR REPLACE FUNCTION actes_trouves(mots text[]) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m text;
  condition text := 'true';
  proches text[];
BEGIN
  PERFORM set_config('pg_trgm.similarity_threshold', '0.3', true);
  FOREACH m IN ARRAY mots LOOP
    -- Un mot connu, ou le début d'un mot connu, se cherche tel quel ; un mot inconnu, par ses voisins.
    proches := NULL;
    IF length(m) > 3 AND m !~ '[0-9]' AND NOT EXISTS (SELECT 1 FROM mot_de_recherche v WHERE v.mot LIKE '%' || m || '%') THEN
      SELECT array_agg('%' || p.mot || '%') INTO proches FROM (
        SELECT v.mot FROM mot_de_recherche v WHERE v.mot % m ORDER BY similarity(m, v.mot) DESC, v.mot LIMIT 5) p;
    END IF;
    condition := condition || CASE WHEN proches IS NULL THEN format(' AND a.recherche LIKE %L', '%' || m || '%')
      ELSE format(' AND a.recherche LIKE ANY (%L::text[])', proches) END;
  END LOOP;
  RETURN QUERY EXECUTE 'SELECT a.id FROM acte a WHERE (a.groupe_id = ANY ($1) OR (a.partage AND a.organisations && $2)
    OR (a.etape <> ''BROUILLON'' AND a.groupe_id = ANY ($3)) OR (a.partage AND a.valideurs && $4)) AND ' || condition
    USING app_liste('app.groupes'), app_liste('app.organisations'), app_liste('app.sieges'), app_textes('app.validations');
END $$;

-- L'autre côté fait avancer l'étape et la clôture ; il ne touche à rien d'autre de l'acte.
CREATE POLICY acte_changement_partenaire ON acte FOR UPDATE
  USING (partage AND organisations && (SELECT app_liste('app.organisations'))::uuid[])
  WITH CHECK (partage AND organisations && (SELECT app_liste('app.organisations'))::uuid[]);
CREATE FUNCTION acte_borne_partenaire() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  permis text[] := ARRAY['etape', 'version', 'modifie_le', 'date_signature', 'date_effet', 'date_fin', 'resiliee_le'];
BEGIN
  IF OLD.groupe_id = ANY (app_liste('app.groupes'))
     OR coalesce(current_setting('app.acteur', true), '') = '' THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - permis) IS DISTINCT FROM (to_jsonb(OLD) - permis) THEN
    RAISE EXCEPTION 'L''autre côté ne change pas cet acte';
  END IF;
  IF NEW.etape <> OLD.etape AND (OLD.etape::text || '>' || NEW.etape::text) NOT IN (
    'EN_RELECTURE>A_REPRENDRE', 'EN_RELECTURE>TEXTE_ACCEPTE', 'TEXTE_ACCEPTE>A_REPRENDRE', 'TEXTE_ACCEPTE>EN_DELIBERATION',
    'EN_DELIBERATION>A_REPRENDRE', 'A_SIGNER>A_REPRENDRE', 'A_SIGNER>SIGNEE') THEN
    RAISE EXCEPTION 'L''autre côté ne fait pas ce passage';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acte_borne_partenaire BEFORE UPDATE ON acte FOR EACH ROW EXECUTE FUNCTION acte_borne_partenaire();

-- Le travail en cours n'est lisible que du groupe rédacteur ; l'autre côté lit les versions, puis l'acte signé.
DROP POLICY unite_lecture ON unite;
CREATE POLICY unite_lecture ON unite FOR SELECT USING (
  EXISTS (SELECT 1 FROM acte a WHERE a.id = unite.acte_id
    AND (a.etape = 'SIGNEE' OR a.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))));
DROP POLICY parametre_lecture ON parametre;
CREATE POLICY parametre_lecture ON parametre FOR SELECT USING (
  EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id)
  AND (tardive
    OR EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id AND c.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
    OR EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = parametre.convention_id AND a.genre = 'CONVENTION' AND a.etape = 'SIGNEE')));
-- Les mentions tardives se remplissent après le vote, aussi par la mairie qui a voté.
CREATE POLICY parametre_mention ON parametre FOR UPDATE
  USING (tardive AND EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = parametre.convention_id AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[]))
  WITH CHECK (tardive AND EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = parametre.convention_id AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[]));
CREATE POLICY parametre_mention_ajout ON parametre FOR INSERT
  WITH CHECK (tardive AND EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = parametre.convention_id AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[]));

-- Le journal de la rédaction reste au groupe ; l'autre côté lit ce qui a été partagé avec lui.
DROP POLICY journal_lecture ON journal;
CREATE POLICY journal_lecture ON journal FOR SELECT USING (
  acte_id IS NULL OR app_redige(acte_id) OR auteur_id::text = current_setting('app.acteur', true) OR (partage AND app_voit(acte_id)));

-- Un fichier interne ne se lit que du groupe ; l'autre côté rattache à l'acte ce qu'il a lui-même déposé.
DROP POLICY fichier_lecture ON fichier;
CREATE POLICY fichier_lecture ON fichier FOR SELECT USING (
  (acte_id IS NULL AND (usage = 'logo' OR cree_par::text = current_setting('app.acteur', true)))
  OR app_redige(acte_id) OR (NOT interne AND app_voit(acte_id)));
DROP POLICY fichier_ecriture ON fichier;
CREATE POLICY fichier_ajout ON fichier FOR INSERT WITH CHECK (
  (acte_id IS NULL AND cree_par::text = current_setting('app.acteur', true)) OR app_redige(acte_id)
  OR (NOT interne AND app_voit(acte_id) AND cree_par::text = current_setting('app.acteur', true)));
CREATE POLICY fichier_changement ON fichier FOR UPDATE
  USING ((acte_id IS NULL AND cree_par::text = current_setting('app.acteur', true)) OR app_redige(acte_id))
  WITH CHECK (app_redige(acte_id)
    OR (cree_par::text = current_setting('app.acteur', true) AND (acte_id IS NULL OR (NOT interne AND app_voit(acte_id)))));
CREATE POLICY fichier_retrait ON fichier FOR DELETE
  USING ((acte_id IS NULL AND cree_par::text = current_setting('app.acteur', true)) OR app_redige(acte_id));

-- Une version partagée ne change jamais.
ALTER TABLE version_acte ENABLE ROW LEVEL SECURITY;
CREATE POLICY version_lecture ON version_acte FOR SELECT USING (app_voit(acte_id));
CREATE POLICY version_ajout ON version_acte FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE FUNCTION ligne_immuable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'La table % ne change pas : elle garde ce qui a été lu', TG_TABLE_NAME;
END $$;
CREATE TRIGGER version_acte_immuable BEFORE UPDATE OR DELETE ON version_acte FOR EACH ROW EXECUTE FUNCTION ligne_immuable();

-- Remarques : une remarque interne n'existe pas hors du groupe rédacteur, et ne change pas de côté.
ALTER TABLE remarque ENABLE ROW LEVEL SECURITY;
CREATE POLICY remarque_lecture ON remarque FOR SELECT USING (app_redige(acte_id) OR (NOT interne AND app_voit(acte_id)));
CREATE POLICY remarque_ajout ON remarque FOR INSERT WITH CHECK (app_redige(acte_id) OR (NOT interne AND app_voit(acte_id)));
CREATE POLICY remarque_changement ON remarque FOR UPDATE
  USING (app_redige(acte_id) OR (NOT interne AND app_voit(acte_id)))
  WITH CHECK (app_redige(acte_id) OR (NOT interne AND app_voit(acte_id)));
CREATE FUNCTION remarque_garde_son_cote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.interne <> OLD.interne OR NEW.acte_id <> OLD.acte_id OR NEW.cote <> OLD.cote
     OR NEW.proposition IS DISTINCT FROM OLD.proposition OR NEW.base IS DISTINCT FROM OLD.base THEN
    RAISE EXCEPTION 'Une remarque garde son côté et son texte';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remarque_garde_son_cote BEFORE UPDATE ON remarque FOR EACH ROW EXECUTE FUNCTION remarque_garde_son_cote();
ALTER TABLE message_remarque ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_lecture ON message_remarque FOR SELECT USING (EXISTS (SELECT 1 FROM remarque r WHERE r.id = remarque_id));
CREATE POLICY message_ajout ON message_remarque FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM remarque r WHERE r.id = remarque_id));
CREATE TRIGGER message_remarque_immuable BEFORE UPDATE OR DELETE ON message_remarque FOR EACH ROW EXECUTE FUNCTION ligne_immuable();

ALTER TABLE acceptation ENABLE ROW LEVEL SECURITY;
CREATE POLICY acceptation_lecture ON acceptation FOR SELECT USING (app_voit(acte_id));
CREATE POLICY acceptation_ajout ON acceptation FOR INSERT WITH CHECK (app_voit(acte_id));
CREATE POLICY acceptation_changement ON acceptation FOR UPDATE USING (app_voit(acte_id));

-- Une personne invitée ne voit pas les autres invitations.
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_lecture ON invitation FOR SELECT USING (
  id = (SELECT app_uuid('app.invite')) OR ((SELECT app_uuid('app.invite')) IS NULL AND app_voit(acte_id)));
CREATE POLICY invitation_ajout ON invitation FOR INSERT WITH CHECK ((SELECT app_uuid('app.invite')) IS NULL AND app_voit(acte_id));
CREATE POLICY invitation_changement ON invitation FOR UPDATE USING (app_voit(acte_id));
-- Le jeton présenté ouvre sa seule ligne, avant que l'on sache qui se présente.
CREATE FUNCTION invitation_du_jeton(jeton text) RETURNS SETOF invitation
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM invitation WHERE empreinte = jeton
$$;

ALTER TABLE retour_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY retour_word_lecture ON retour_word FOR SELECT USING (app_voit(acte_id));
CREATE POLICY retour_word_ajout ON retour_word FOR INSERT WITH CHECK (app_voit(acte_id));
ALTER TABLE approbation ENABLE ROW LEVEL SECURITY;
CREATE POLICY approbation_lecture ON approbation FOR SELECT USING (app_voit(acte_id));
CREATE POLICY approbation_ajout ON approbation FOR INSERT WITH CHECK (app_voit(acte_id));
CREATE POLICY approbation_changement ON approbation FOR UPDATE USING (app_voit(acte_id));
ALTER TABLE deliberation ENABLE ROW LEVEL SECURITY;
CREATE POLICY deliberation_lecture ON deliberation FOR SELECT USING (app_voit(acte_id));
CREATE POLICY deliberation_ajout ON deliberation FOR INSERT WITH CHECK (app_voit(acte_id));
CREATE POLICY deliberation_changement ON deliberation FOR UPDATE USING (app_voit(acte_id));

-- Ce qui est envoyé à la signature est figé : seuls l'état, son motif et les fichiers produits s'y écrivent.
ALTER TABLE envoi_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY envoi_lecture ON envoi_signature FOR SELECT USING (app_voit(acte_id));
CREATE POLICY envoi_ajout ON envoi_signature FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY envoi_changement ON envoi_signature FOR UPDATE USING (app_voit(acte_id));
CREATE FUNCTION envoi_fige() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libres text[] := CASE WHEN OLD.etat = 'PREPARATION'
    THEN ARRAY['etat', 'motif', 'version', 'pdf_id', 'html_id', 'relecture', 'pret_le'] ELSE ARRAY['etat', 'motif', 'version'] END;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Un envoi à la signature ne se supprime pas'; END IF;
  IF (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres) THEN
    RAISE EXCEPTION 'Un envoi à la signature ne change pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER envoi_fige BEFORE UPDATE OR DELETE ON envoi_signature FOR EACH ROW EXECUTE FUNCTION envoi_fige();
CREATE UNIQUE INDEX envoi_ouvert_unique ON envoi_signature (acte_id) WHERE etat IN ('PREPARATION', 'PRET');
ALTER TABLE signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY signature_lecture ON signature FOR SELECT USING (EXISTS (SELECT 1 FROM envoi_signature e WHERE e.id = envoi_id));
CREATE POLICY signature_ajout ON signature FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM envoi_signature e WHERE e.id = envoi_id));
CREATE TRIGGER signature_immuable BEFORE UPDATE OR DELETE ON signature FOR EACH ROW EXECUTE FUNCTION ligne_immuable();
-- Le jour où une partie a signé se note aussi par elle.
CREATE POLICY partie_signature ON partie FOR UPDATE
  USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = partie.acte_id AND a.etape = 'A_SIGNER' AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[]));
CREATE POLICY signataire_signature ON signataire FOR UPDATE
  USING (EXISTS (SELECT 1 FROM partie p JOIN acte a ON a.id = p.acte_id WHERE p.id = signataire.partie_id AND a.etape = 'A_SIGNER' AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[]));

ALTER TABLE resiliation ENABLE ROW LEVEL SECURITY;
CREATE POLICY resiliation_lecture ON resiliation FOR SELECT USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id));
CREATE POLICY resiliation_ajout ON resiliation FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id));
CREATE POLICY resiliation_changement ON resiliation FOR UPDATE USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id));

ALTER TABLE code_accord ENABLE ROW LEVEL SECURITY;
CREATE POLICY code_accord_sien ON code_accord USING (
  utilisateur_id::text = nullif(current_setting('app.acteur', true), '') OR invitation_id = (SELECT app_uuid('app.invite')));

-- Un courriel s'écrit avec le fait qui le cause ; il ne se relit que par l'ouvrier et l'administrateur.
ALTER TABLE courriel ENABLE ROW LEVEL SECURITY;
CREATE POLICY courriel_ajout ON courriel FOR INSERT WITH CHECK (true);
CREATE POLICY courriel_lecture ON courriel FOR SELECT USING (app_drapeau('app.systeme') OR app_drapeau('app.administre'));
CREATE POLICY courriel_changement ON courriel FOR UPDATE USING (app_drapeau('app.systeme') OR app_drapeau('app.administre'));
ALTER TABLE tache ENABLE ROW LEVEL SECURITY;
CREATE POLICY tache_sienne ON tache FOR ALL USING (
  app_drapeau('app.systeme') OR demandeur_id::text = nullif(current_setting('app.acteur', true), ''));

ALTER TABLE deliberation ADD CONSTRAINT deliberation_refus_motive CHECK (sens <> 'REFUSEE' OR coalesce(motif, '') <> '');
ALTER TABLE remarque ADD CONSTRAINT remarque_declinee_motivee CHECK (etat <> 'DECLINEE' OR coalesce(motif, '') <> '');
ALTER TABLE approbation ADD CONSTRAINT approbation_refus_motive CHECK (etat <> 'REFUSEE' OR coalesce(motif, '') <> '');
ALTER TABLE signature ADD CONSTRAINT signature_refus_motive CHECK (mode <> 'REFUS' OR coalesce(motif, '') <> '');
