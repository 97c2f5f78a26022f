-- Engagements : ce qu'une convention signée promet, avec toutes les cibles que ses avenants lui ont données.
CREATE TYPE "OrigineEngagement" AS ENUM ('TEXTE', 'AJOUT');

CREATE TABLE jeu_engagements (
  version_id uuid NOT NULL,
  revision integer NOT NULL,
  declarations jsonb NOT NULL,
  empreinte text NOT NULL,
  publie_le timestamptz(3) NOT NULL,
  CONSTRAINT jeu_engagements_pkey PRIMARY KEY (version_id, revision),
  CONSTRAINT jeu_engagements_version_id_fkey FOREIGN KEY (version_id) REFERENCES modele_version(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER jeu_engagements_immuable BEFORE UPDATE OR DELETE ON jeu_engagements FOR EACH ROW EXECUTE FUNCTION ligne_immuable();

CREATE TABLE engagement (
  id uuid NOT NULL,
  convention_id uuid NOT NULL,
  groupe_id uuid NOT NULL,
  organisations uuid[] NOT NULL,
  cle text NOT NULL,
  origine "OrigineEngagement" NOT NULL,
  unite text,
  libelle text NOT NULL,
  theme text NOT NULL,
  debiteur text NOT NULL,
  genre text NOT NULL,
  recurrence text,
  declaration jsonb NOT NULL,
  motif text,
  seuil integer NOT NULL DEFAULT 80,
  depuis date NOT NULL,
  exigible_le date,
  exigible_preuve text,
  exigible_par_nom text,
  ferme_le date,
  valeur_absente boolean NOT NULL DEFAULT false,
  referent_hopital text,
  referent_centre text,
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz(3) NOT NULL,
  CONSTRAINT engagement_pkey PRIMARY KEY (id),
  CONSTRAINT engagement_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT engagement_ajout_motive CHECK (origine <> 'AJOUT' OR coalesce(motif, '') <> ''),
  CONSTRAINT engagement_seuil_borne CHECK (seuil BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX engagement_convention_id_cle_key ON engagement (convention_id, cle);
CREATE INDEX engagement_groupe_id_idx ON engagement (groupe_id);

CREATE TABLE cible_engagement (
  engagement_id uuid NOT NULL,
  depuis date NOT NULL,
  jusqua date,
  cible jsonb,
  rang integer NOT NULL,
  CONSTRAINT cible_engagement_pkey PRIMARY KEY (engagement_id, depuis),
  CONSTRAINT cible_engagement_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT cible_engagement_ordre CHECK (jusqua IS NULL OR jusqua >= depuis)
);

CREATE TABLE portee_engagement (
  engagement_id uuid NOT NULL,
  code text NOT NULL,
  rang integer NOT NULL,
  libelle text NOT NULL,
  condition jsonb,
  exigible_le date,
  exigible_preuve text,
  exigible_par_nom text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT portee_engagement_pkey PRIMARY KEY (engagement_id, code),
  CONSTRAINT portee_engagement_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Les deux côtés d'une convention signée lisent ses engagements ; le groupe rédacteur seul les ouvre et les règle.
ALTER TABLE engagement ENABLE ROW LEVEL SECURITY;
CREATE POLICY engagement_lecture ON engagement FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR (organisations && (SELECT app_liste('app.organisations'))::uuid[]
    AND EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id))
  OR groupe_id = ANY ((SELECT app_liste('app.sieges'))::uuid[]));
CREATE POLICY engagement_ajout ON engagement FOR INSERT
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) AND app_redige_chaine(convention_id));
CREATE POLICY engagement_changement ON engagement FOR UPDATE
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
  WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) AND app_redige_chaine(convention_id));

CREATE FUNCTION app_regle_engagement(engagement uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM engagement e WHERE e.id = engagement AND e.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
$$;
ALTER TABLE cible_engagement ENABLE ROW LEVEL SECURITY;
CREATE POLICY cible_lecture ON cible_engagement FOR SELECT USING (EXISTS (SELECT 1 FROM engagement e WHERE e.id = engagement_id));
CREATE POLICY cible_ecriture ON cible_engagement FOR ALL USING (app_regle_engagement(engagement_id)) WITH CHECK (app_regle_engagement(engagement_id));
ALTER TABLE portee_engagement ENABLE ROW LEVEL SECURITY;
CREATE POLICY portee_lecture ON portee_engagement FOR SELECT USING (EXISTS (SELECT 1 FROM engagement e WHERE e.id = engagement_id));
CREATE POLICY portee_ecriture ON portee_engagement FOR ALL USING (app_regle_engagement(engagement_id)) WITH CHECK (app_regle_engagement(engagement_id));
