-- Demandes datées : ce qu'un secrétariat tient, ce qu'il importe, et ce qui s'efface.
ALTER TABLE demande ADD COLUMN lot_ligne integer;
ALTER TABLE demande
  ADD CONSTRAINT demande_rendez_vous_apres CHECK (rendez_vous_le IS NULL OR rendez_vous_le >= demandee_le),
  ADD CONSTRAINT demande_codes CHECK (
    nature IN ('imagerie', 'consultation', 'orientation-hdj')
    AND degre_demande IN ('urgent', 'semi-urgent', 'non-urgent')
    AND degre_retenu IN ('urgent', 'semi-urgent', 'non-urgent')
    AND issue IN ('donnee', 'reorientee', 'refusee', 'autrement')
    AND canal IN ('telephone', 'messagerie-securisee', 'plateforme', 'courriel', 'telecopie', 'courrier')
    -- Rien ne s'écrit librement : des codes courts, jamais une phrase.
    AND examen ~ '^[a-z0-9_-]{0,80}$' AND specialite ~ '^[a-z0-9_-]{2,80}$');
-- Une ligne d'un fichier n'entre qu'une fois, même quand l'import est repris.
CREATE UNIQUE INDEX demande_lot_id_lot_ligne_key ON demande (lot_id, lot_ligne);
DROP INDEX demande_lot_id_idx;
CREATE INDEX demande_groupe_id_demandee_le_idx ON demande (groupe_id, demandee_le DESC, id DESC);
CREATE INDEX demande_centre_id_demandee_le_idx ON demande (centre_id, demandee_le DESC, id DESC);
CREATE INDEX demande_sans_reponse ON demande (groupe_id, demandee_le) WHERE repondue_le IS NULL;

-- Les demandes d'une période effacées, son agrégat ne se recalcule plus jamais.
ALTER TABLE mesure ADD COLUMN demandes_effacees_le timestamptz(3);

-- Valeurs d'avant une correction, avec leurs auteurs ; elles s'effacent avec la demande.
CREATE TABLE correction_demande (
  id uuid NOT NULL,
  demande_id uuid NOT NULL,
  avant jsonb NOT NULL,
  apres jsonb NOT NULL,
  avant_par text NOT NULL,
  auteur_id uuid,
  auteur_nom text NOT NULL,
  le timestamptz(3) NOT NULL,
  CONSTRAINT correction_demande_pkey PRIMARY KEY (id),
  CONSTRAINT correction_demande_demande_id_fkey FOREIGN KEY (demande_id) REFERENCES demande(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX correction_demande_demande_id_idx ON correction_demande (demande_id);
CREATE TRIGGER correction_demande_immuable BEFORE UPDATE ON correction_demande FOR EACH ROW EXECUTE FUNCTION ligne_immuable();

-- Un fichier déposé : ses colonnes, son essai à blanc, son import et son annulation.
CREATE TABLE lot_demandes (
  id uuid NOT NULL,
  groupe_id uuid NOT NULL,
  site_id uuid NOT NULL,
  centre_id uuid,
  nom text NOT NULL,
  fichier_id uuid,
  colonnes jsonb NOT NULL,
  reglages jsonb,
  etat text NOT NULL DEFAULT 'DEPOSE',
  lignes integer NOT NULL,
  lues integer NOT NULL DEFAULT 0,
  inscrites integer NOT NULL DEFAULT 0,
  rapport jsonb,
  tache_id uuid,
  auteur_id uuid NOT NULL,
  auteur_nom text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz(3) NOT NULL,
  fini_le timestamptz(3),
  CONSTRAINT lot_demandes_pkey PRIMARY KEY (id),
  CONSTRAINT lot_demandes_fichier_id_fkey FOREIGN KEY (fichier_id) REFERENCES fichier(id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT lot_demandes_etat CHECK (etat IN ('DEPOSE', 'ESSAI', 'ESSAYE', 'EN_COURS', 'IMPORTE', 'ANNULE'))
);
CREATE INDEX lot_demandes_auteur_id_idx ON lot_demandes (auteur_id, cree_le DESC);

-- Le secrétariat d'un centre, ou celui d'un service pour son site, voit les demandes qui le concernent, et rien d'autre d'une
-- convention que ses engagements : ils disent ce qui se compte et sous quel délai.
DROP POLICY engagement_lecture ON engagement;
CREATE POLICY engagement_lecture ON engagement FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR (organisations && (SELECT app_liste('app.organisations'))::uuid[]
    AND EXISTS (SELECT 1 FROM convention c WHERE c.id = convention_id))
  OR groupe_id = ANY ((SELECT app_liste('app.sieges'))::uuid[])
  OR groupe_id = ANY ((SELECT app_liste('app.secretariats'))::uuid[])
  OR organisations && (SELECT app_liste('app.secretariats'))::uuid[]);

-- `organisations` d'une demande : son centre et le gestionnaire du centre, jamais les autres centres de l'acte.
CREATE FUNCTION app_tient_demande(groupe uuid, organisations uuid[], centre uuid, site uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT groupe = ANY ((SELECT app_liste('app.groupes'))::uuid[])
    OR organisations && (SELECT app_liste('app.organisations'))::uuid[]
    OR centre = ANY ((SELECT app_liste('app.secretariats'))::uuid[])
    OR site = ANY ((SELECT app_liste('app.secretariats'))::uuid[])
$$;
DROP POLICY demande_lecture ON demande;
DROP POLICY demande_ecriture ON demande;
CREATE POLICY demande_lecture ON demande FOR SELECT USING (
  groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])
  OR organisations && (SELECT app_liste('app.organisations'))::uuid[]
  OR centre_id = ANY ((SELECT app_liste('app.secretariats'))::uuid[])
  OR site_id = ANY ((SELECT app_liste('app.secretariats'))::uuid[]));
CREATE POLICY demande_ajout ON demande FOR INSERT WITH CHECK (
  app_tient_demande(groupe_id, organisations, centre_id, site_id)
  AND EXISTS (SELECT 1 FROM engagement e WHERE e.convention_id = demande.convention_id AND e.groupe_id = demande.groupe_id
    AND e.organisations @> ARRAY[demande.centre_id]));
CREATE POLICY demande_changement ON demande FOR UPDATE
  USING (app_tient_demande(groupe_id, organisations, centre_id, site_id))
  WITH CHECK (app_tient_demande(groupe_id, organisations, centre_id, site_id)
    AND EXISTS (SELECT 1 FROM engagement e WHERE e.convention_id = demande.convention_id AND e.groupe_id = demande.groupe_id
      AND e.organisations @> ARRAY[demande.centre_id]));
CREATE POLICY demande_retrait ON demande FOR DELETE USING (app_tient_demande(groupe_id, organisations, centre_id, site_id));

ALTER TABLE correction_demande ENABLE ROW LEVEL SECURITY;
CREATE POLICY correction_demande_lecture ON correction_demande FOR SELECT
  USING (EXISTS (SELECT 1 FROM demande d WHERE d.id = demande_id));
CREATE POLICY correction_demande_ajout ON correction_demande FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM demande d WHERE d.id = demande_id));

-- Un lot appartient à qui l'a déposé ; la direction du groupe le voit et peut l'annuler.
ALTER TABLE lot_demandes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lot_demandes_sien ON lot_demandes FOR ALL USING (
  auteur_id::text = nullif(current_setting('app.acteur', true), '')
  OR groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]));
