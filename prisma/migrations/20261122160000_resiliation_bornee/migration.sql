-- Une dénonciation est un acte des parties : le groupe rédacteur et l'organisme gestionnaire l'écrivent, un centre, une
-- fonction consultée, une personne invitée ou le siège la lisent.
ALTER TABLE resiliation ADD COLUMN retrait_motif text, ADD COLUMN retrait_accord text;

CREATE FUNCTION app_partie(chaine uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = chaine AND a.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
    OR EXISTS (SELECT 1 FROM acte a JOIN partie p ON p.acte_id = a.id WHERE a.convention_id = chaine AND a.partage
      AND a.genre = 'CONVENTION' AND p.role = 'GESTIONNAIRE' AND p.organisation_id = ANY ((SELECT app_liste('app.organisations'))::uuid[]))
$$;
DROP POLICY resiliation_ajout ON resiliation;
DROP POLICY resiliation_changement ON resiliation;
CREATE POLICY resiliation_ajout ON resiliation FOR INSERT WITH CHECK (app_partie(convention_id));
CREATE POLICY resiliation_changement ON resiliation FOR UPDATE USING (app_partie(convention_id)) WITH CHECK (app_partie(convention_id));

-- Une chaîne n'a qu'une dénonciation en cours ; ce qui a été notifié ne se récrit pas, seule la suite s'y note.
CREATE UNIQUE INDEX resiliation_en_cours_unique ON resiliation (convention_id) WHERE etat <> 'RETIREE';
ALTER TABLE resiliation ADD CONSTRAINT resiliation_retrait_motive
  CHECK (etat <> 'RETIREE' OR (coalesce(retrait_motif, '') <> '' AND retiree_le IS NOT NULL));
CREATE FUNCTION resiliation_notifiee_figee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libres text[] := ARRAY['etat', 'lettres', 'recue_le', 'fin_calculee', 'retiree_le', 'retrait_motif', 'retrait_accord', 'version'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Une dénonciation ne se supprime pas'; END IF;
  IF OLD.etat = 'RETIREE' OR (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres) THEN
    RAISE EXCEPTION 'Une dénonciation notifiée ne change pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resiliation_notifiee_figee BEFORE UPDATE OR DELETE ON resiliation
  FOR EACH ROW EXECUTE FUNCTION resiliation_notifiee_figee();

-- La fin par résiliation s'écrit au nom d'une partie, jamais d'un centre qui n'a pas signé.
CREATE FUNCTION acte_resilie_par_une_partie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.resiliee_le IS DISTINCT FROM OLD.resiliee_le AND coalesce(current_setting('app.acteur', true), '') <> ''
     AND NOT app_partie(NEW.convention_id) THEN
    RAISE EXCEPTION 'Seule une partie met fin à cet acte';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acte_resilie_par_une_partie BEFORE UPDATE OF resiliee_le ON acte
  FOR EACH ROW EXECUTE FUNCTION acte_resilie_par_une_partie();
