-- Campagnes : les mêmes modifications proposées à plusieurs centres. Le groupe rédacteur seul en sait quelque chose.
CREATE TYPE "EtatCampagneCentre" AS ENUM ('A_PREPARER', 'PREPAREE', 'A_LA_MAIN', 'SANS_OBJET', 'ECHEC', 'ARRETEE');

CREATE TABLE campagne (
  id uuid NOT NULL,
  groupe_id uuid NOT NULL,
  titre text NOT NULL,
  motif text,
  acte_id uuid NOT NULL,
  modele_code text,
  jeu jsonb NOT NULL,
  cree_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  cree_par uuid,
  cree_par_nom text NOT NULL,
  CONSTRAINT campagne_pkey PRIMARY KEY (id),
  CONSTRAINT campagne_acte_id_fkey FOREIGN KEY (acte_id) REFERENCES acte(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX campagne_groupe_id_cree_le_idx ON campagne (groupe_id, cree_le DESC);

CREATE TABLE campagne_centre (
  campagne_id uuid NOT NULL,
  convention_id uuid NOT NULL,
  etat "EtatCampagneCentre" NOT NULL DEFAULT 'A_PREPARER',
  valeurs jsonb NOT NULL DEFAULT '{}',
  ecartees text[] NOT NULL DEFAULT '{}',
  exceptions jsonb NOT NULL DEFAULT '[]',
  motif text,
  erreur text,
  acte_id uuid,
  relance_le timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  modifie_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT campagne_centre_pkey PRIMARY KEY (campagne_id, convention_id),
  CONSTRAINT campagne_centre_campagne_id_fkey FOREIGN KEY (campagne_id) REFERENCES campagne(id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT campagne_centre_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT campagne_centre_acte_id_fkey FOREIGN KEY (acte_id) REFERENCES acte(id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT campagne_centre_arret_motive CHECK (etat <> 'ARRETEE' OR coalesce(motif, '') <> '')
);
CREATE INDEX campagne_centre_convention_id_idx ON campagne_centre (convention_id);
CREATE INDEX campagne_centre_acte_id_idx ON campagne_centre (acte_id);

-- Rien ne s'y supprime ; le jeu commun ne change plus une fois figé.
ALTER TABLE campagne ENABLE ROW LEVEL SECURITY;
CREATE POLICY campagne_lecture ON campagne FOR SELECT
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
CREATE POLICY campagne_ajout ON campagne FOR INSERT
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) AND app_redige(acte_id));

ALTER TABLE campagne_centre ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app_de_la_campagne(campagne uuid, convention uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM campagne c JOIN convention v ON v.groupe_id = c.groupe_id WHERE c.id = campagne AND v.id = convention)
$$;
CREATE POLICY campagne_centre_lecture ON campagne_centre FOR SELECT
  USING (EXISTS (SELECT 1 FROM campagne c WHERE c.id = campagne_id));
CREATE POLICY campagne_centre_ajout ON campagne_centre FOR INSERT
  WITH CHECK (app_de_la_campagne(campagne_id, convention_id));
CREATE POLICY campagne_centre_changement ON campagne_centre FOR UPDATE
  USING (EXISTS (SELECT 1 FROM campagne c WHERE c.id = campagne_id))
  WITH CHECK (app_de_la_campagne(campagne_id, convention_id));
