-- Activités partagées : à quelle convention-cadre chacune se rattache, sous quel numéro, et qui y intervient.
CREATE TABLE rattachement_convention (
  id uuid PRIMARY KEY,
  convention_id uuid NOT NULL,
  cadre_id uuid NOT NULL,
  numero integer NOT NULL,
  cree_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  cree_par uuid,
  retire_le timestamptz(3),
  retrait_motif text,
  decision text,
  decision_pour date,
  decision_motif text,
  decision_le timestamptz(3),
  decision_par_nom text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT rattachement_convention_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT rattachement_convention_cadre_id_fkey FOREIGN KEY (cadre_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT rattachement_a_une_autre CHECK (convention_id <> cadre_id),
  CONSTRAINT rattachement_decision_complete CHECK (decision IS NULL
    OR (decision IN ('MAINTENIR', 'DENONCER', 'LAISSER_A_TERME') AND decision_pour IS NOT NULL AND decision_le IS NOT NULL AND decision_par_nom IS NOT NULL)),
  CONSTRAINT rattachement_retrait_motive CHECK (retire_le IS NULL OR coalesce(retrait_motif, '') <> '')
);
-- Un numéro ne resert jamais : la ligne retirée garde le sien.
CREATE UNIQUE INDEX rattachement_convention_cadre_id_numero_key ON rattachement_convention (cadre_id, numero);
CREATE UNIQUE INDEX rattachement_en_cours_unique ON rattachement_convention (convention_id, cadre_id) WHERE retire_le IS NULL;
CREATE INDEX rattachement_convention_convention_id_idx ON rattachement_convention (convention_id);

CREATE TABLE praticien_intervenant (
  id uuid PRIMARY KEY,
  convention_id uuid NOT NULL,
  fonction text NOT NULL,
  statut text NOT NULL,
  accord_le date,
  proposition_le date,
  avis_pole_le date,
  avis_cme_le date,
  autorisation_le date,
  auteur_nom text NOT NULL,
  cree_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retire_le timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT praticien_intervenant_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX praticien_intervenant_convention_id_idx ON praticien_intervenant (convention_id);

-- Un groupe n'écrit que sur les chaînes qu'il rédige.
CREATE FUNCTION app_redige_chaine(chaine uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM convention c WHERE c.id = chaine AND c.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
$$;

-- Chacun ne voit que les deux bouts qu'il voit : une commune d'un acte groupé lit son propre cadre, jamais celui d'une autre.
ALTER TABLE rattachement_convention ENABLE ROW LEVEL SECURITY;
CREATE POLICY rattachement_lecture ON rattachement_convention FOR SELECT USING (
  EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id) AND EXISTS (SELECT 1 FROM convention c WHERE c.id = cadre_id));
CREATE POLICY rattachement_ajout ON rattachement_convention FOR INSERT
  WITH CHECK (app_redige_chaine(convention_id) AND app_redige_chaine(cadre_id));
CREATE POLICY rattachement_changement ON rattachement_convention FOR UPDATE
  USING (app_redige_chaine(convention_id) AND app_redige_chaine(cadre_id))
  WITH CHECK (app_redige_chaine(convention_id) AND app_redige_chaine(cadre_id));
ALTER TABLE praticien_intervenant ENABLE ROW LEVEL SECURITY;
CREATE POLICY praticien_lecture ON praticien_intervenant FOR SELECT USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id));
CREATE POLICY praticien_ajout ON praticien_intervenant FOR INSERT WITH CHECK (app_redige_chaine(convention_id));
CREATE POLICY praticien_changement ON praticien_intervenant FOR UPDATE
  USING (app_redige_chaine(convention_id)) WITH CHECK (app_redige_chaine(convention_id));

CREATE FUNCTION rattachement_fige() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Un rattachement ne se supprime pas'; END IF;
  IF NEW.convention_id <> OLD.convention_id OR NEW.cadre_id <> OLD.cadre_id OR NEW.numero <> OLD.numero THEN
    RAISE EXCEPTION 'Le numéro d''une activité dans sa convention-cadre ne change pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rattachement_fige BEFORE UPDATE OR DELETE ON rattachement_convention
  FOR EACH ROW EXECUTE FUNCTION rattachement_fige();

-- Dans un acte groupé, chaque gestionnaire dénonce pour lui : une seule dénonciation en cours par partie, écrite par elle
-- ou par le groupe rédacteur, jamais par une autre commune.
DROP INDEX resiliation_en_cours_unique;
CREATE UNIQUE INDEX resiliation_en_cours_unique ON resiliation (convention_id, organisation_id) WHERE etat <> 'RETIREE';
DROP POLICY resiliation_ajout ON resiliation;
CREATE POLICY resiliation_ajout ON resiliation FOR INSERT WITH CHECK (app_partie(convention_id)
  AND (app_redige_chaine(convention_id) OR organisation_id = ANY ((SELECT app_liste('app.organisations'))::uuid[])));
