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
  personne_hopital text,
  personne_centre text,
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

-- Mesures : une ligne par période à mesurer. Les demandes datées n'ont ni patient ni texte libre.
CREATE TYPE "EtatMesure" AS ENUM ('ATTENDUE', 'SAISIE', 'VALIDEE', 'CONTESTEE');
CREATE TYPE "OrigineMesure" AS ENUM ('PERIODE', 'DEMANDES');
CREATE TYPE "DecisionExperimentation" AS ENUM ('ETENDRE', 'MODIFIER', 'ARRETER');

CREATE TABLE mesure (
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  portee text NOT NULL DEFAULT '',
  debut date NOT NULL,
  fin date NOT NULL,
  etat "EtatMesure" NOT NULL DEFAULT 'ATTENDUE',
  origine "OrigineMesure" NOT NULL DEFAULT 'PERIODE',
  numerateur integer,
  denominateur integer,
  mediane double precision,
  nombre double precision,
  constat text,
  remis_le date,
  jugement text NOT NULL DEFAULT 'non-mesure',
  commentaire text,
  preuve_lien text,
  preuve_fichier_id uuid,
  cote "Cote",
  saisie_le timestamptz(3),
  saisie_par_nom text,
  validee_le timestamptz(3),
  validee_par_nom text,
  contestee_le timestamptz(3),
  contestee_par_nom text,
  contestation_motif text,
  figee_le timestamptz(3),
  figee_par_nom text,
  relance_le timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT mesure_pkey PRIMARY KEY (id),
  CONSTRAINT mesure_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT mesure_preuve_fichier_id_fkey FOREIGN KEY (preuve_fichier_id) REFERENCES fichier(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT mesure_ordre CHECK (fin >= debut),
  CONSTRAINT mesure_rapport CHECK (numerateur BETWEEN 0 AND denominateur),
  CONSTRAINT mesure_jugement CHECK (jugement IN ('respecte', 'a-surveiller', 'non-respecte', 'non-mesure', 'sans-objet')),
  CONSTRAINT mesure_contestation_motivee CHECK (etat <> 'CONTESTEE' OR coalesce(contestation_motif, '') <> ''),
  -- Rien de mesuré n'est jamais tenu pour respecté, ni pour manqué.
  CONSTRAINT mesure_attendue_sans_jugement CHECK (etat <> 'ATTENDUE' OR jugement IN ('non-mesure', 'sans-objet'))
);
CREATE UNIQUE INDEX mesure_engagement_id_portee_debut_key ON mesure (engagement_id, portee, debut);
CREATE INDEX mesure_etat_fin_idx ON mesure (etat, fin);

CREATE TABLE correction_mesure (
  id uuid NOT NULL,
  mesure_id uuid NOT NULL,
  avant jsonb NOT NULL,
  apres jsonb NOT NULL,
  motif text,
  auteur_id uuid,
  auteur_nom text NOT NULL,
  le timestamptz(3) NOT NULL,
  CONSTRAINT correction_mesure_pkey PRIMARY KEY (id),
  CONSTRAINT correction_mesure_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesure(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX correction_mesure_mesure_id_idx ON correction_mesure (mesure_id);
CREATE TRIGGER correction_mesure_immuable BEFORE UPDATE OR DELETE ON correction_mesure FOR EACH ROW EXECUTE FUNCTION ligne_immuable();

CREATE TABLE demande (
  id uuid NOT NULL,
  convention_id uuid NOT NULL,
  groupe_id uuid NOT NULL,
  organisations uuid[] NOT NULL,
  centre_id uuid,
  site_id uuid,
  nature text NOT NULL,
  examen text NOT NULL DEFAULT '',
  specialite text,
  degre_demande text NOT NULL,
  degre_retenu text,
  canal text NOT NULL,
  demandee_le timestamptz(0) NOT NULL,
  repondue_le timestamptz(0),
  rendez_vous_le timestamptz(0),
  issue text,
  lot_id uuid,
  cote "Cote" NOT NULL,
  auteur_id uuid,
  auteur_nom text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz(3) NOT NULL,
  CONSTRAINT demande_pkey PRIMARY KEY (id),
  CONSTRAINT demande_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT demande_reponse_apres CHECK (repondue_le IS NULL OR repondue_le >= demandee_le)
);
CREATE INDEX demande_convention_id_nature_demandee_le_idx ON demande (convention_id, nature, demandee_le);
CREATE INDEX demande_lot_id_idx ON demande (lot_id);

CREATE TABLE experimentation (
  id uuid NOT NULL,
  groupe_id uuid NOT NULL,
  cle text,
  intitule text NOT NULL,
  sites uuid[] NOT NULL DEFAULT '{}',
  centres uuid[] NOT NULL DEFAULT '{}',
  services text[] NOT NULL DEFAULT '{}',
  observe text[] NOT NULL DEFAULT '{}',
  source text,
  debut_le date,
  duree_mois integer,
  evaluation_le date,
  resultat text,
  evaluee_le date,
  decision "DecisionExperimentation",
  decision_motif text,
  decidee_le date,
  decidee_par_nom text,
  acte_id uuid,
  relance_le timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz(3) NOT NULL,
  cree_par_nom text NOT NULL,
  CONSTRAINT experimentation_pkey PRIMARY KEY (id),
  CONSTRAINT experimentation_decision_motivee CHECK (decision IS NULL OR coalesce(decision_motif, '') <> '')
);
CREATE UNIQUE INDEX experimentation_groupe_id_cle_key ON experimentation (groupe_id, cle);

-- Qui mesure : l'un ou l'autre côté de la convention. Le siège lit, il n'écrit pas.
CREATE FUNCTION app_tient_engagement(engagement uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM engagement e WHERE e.id = engagement AND (e.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
    OR e.organisations && (SELECT app_liste('app.organisations'))::uuid[]))
$$;
ALTER TABLE mesure ENABLE ROW LEVEL SECURITY;
CREATE POLICY mesure_lecture ON mesure FOR SELECT USING (EXISTS (SELECT 1 FROM engagement e WHERE e.id = engagement_id));
CREATE POLICY mesure_ajout ON mesure FOR INSERT WITH CHECK (app_tient_engagement(engagement_id));
CREATE POLICY mesure_changement ON mesure FOR UPDATE USING (app_tient_engagement(engagement_id)) WITH CHECK (app_tient_engagement(engagement_id));
-- Une période attendue se recoupe quand la cible change ; une mesure saisie ne s'efface jamais.
CREATE POLICY mesure_retrait ON mesure FOR DELETE USING (etat = 'ATTENDUE' AND app_tient_engagement(engagement_id));
ALTER TABLE correction_mesure ENABLE ROW LEVEL SECURITY;
CREATE POLICY correction_lecture ON correction_mesure FOR SELECT USING (EXISTS (SELECT 1 FROM mesure m WHERE m.id = mesure_id));
CREATE POLICY correction_ajout ON correction_mesure FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM mesure m WHERE m.id = mesure_id AND app_tient_engagement(m.engagement_id)));

ALTER TABLE demande ENABLE ROW LEVEL SECURITY;
CREATE POLICY demande_lecture ON demande FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) OR organisations && (SELECT app_liste('app.organisations'))::uuid[]);
CREATE POLICY demande_ecriture ON demande FOR ALL
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) OR organisations && (SELECT app_liste('app.organisations'))::uuid[])
  WITH CHECK (EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id)
    AND (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) OR organisations && (SELECT app_liste('app.organisations'))::uuid[]));

ALTER TABLE experimentation ENABLE ROW LEVEL SECURITY;
CREATE POLICY experimentation_lecture ON experimentation FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]) OR groupe_id = ANY ((SELECT app_liste('app.sieges'))::uuid[])
  OR centres && (SELECT app_liste('app.organisations'))::uuid[]);
CREATE POLICY experimentation_ajout ON experimentation FOR INSERT WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
CREATE POLICY experimentation_changement ON experimentation FOR UPDATE
  USING (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])) WITH CHECK (groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
