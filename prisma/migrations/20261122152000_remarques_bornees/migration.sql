-- Une contre-proposition de la direction, acceptée par l'autre côté, n'est écrite dans le texte qu'ensuite : ce jour le dit.
ALTER TABLE remarque ADD COLUMN ecrite_le timestamptz(3);

-- Voir un acte ne suffit pas pour y écrire : le siège et les fonctions consultées lisent. Hors du groupe rédacteur, on
-- n'écrit qu'en son nom, au nom du gestionnaire (ou du côté de son invitation), et jamais en interne.
CREATE FUNCTION app_negocie(acte uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.id = acte AND a.partage AND (
    a.organisations && (SELECT app_liste('app.organisations'))::uuid[] OR a.id = (SELECT app_uuid('app.invitation'))))
$$;
CREATE FUNCTION app_signe_de_soi(auteur uuid, invitation uuid, cote "Cote") RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN (SELECT app_uuid('app.invite')) IS NULL
    THEN invitation IS NULL AND auteur = (SELECT app_uuid('app.acteur')) AND cote = 'GESTIONNAIRE'
    ELSE auteur IS NULL AND invitation = (SELECT app_uuid('app.invite')) AND cote = (
      SELECT i.cote FROM invitation i WHERE i.id = (SELECT app_uuid('app.invite'))) END
$$;
DROP POLICY remarque_ajout ON remarque;
CREATE POLICY remarque_ajout ON remarque FOR INSERT WITH CHECK (
  app_redige(acte_id)
  OR (NOT interne AND etat = 'OUVERTE' AND app_negocie(acte_id) AND app_signe_de_soi(auteur_id, invitation_id, cote)));
DROP POLICY remarque_changement ON remarque;
CREATE POLICY remarque_changement ON remarque FOR UPDATE
  USING (app_redige(acte_id) OR (NOT interne AND app_negocie(acte_id)))
  WITH CHECK (app_redige(acte_id) OR (NOT interne AND app_negocie(acte_id)));
DROP POLICY message_ajout ON message_remarque;
CREATE POLICY message_ajout ON message_remarque FOR INSERT WITH CHECK (EXISTS (
  SELECT 1 FROM remarque r WHERE r.id = remarque_id AND (app_redige(r.acte_id)
    OR (NOT r.interne AND app_negocie(r.acte_id)
      AND app_signe_de_soi(message_remarque.auteur_id, message_remarque.invitation_id, message_remarque.cote)))));

-- Le texte d'une remarque, son auteur et son passage ne se réécrivent pas non plus.
CREATE OR REPLACE FUNCTION remarque_garde_son_cote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libres text[] := ARRAY['etat', 'motif', 'decidee_le', 'decidee_par', 'decidee_par_nom', 'ecrite_le', 'version'];
BEGIN
  IF (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres) THEN
    RAISE EXCEPTION 'Une remarque garde son côté et son texte';
  END IF;
  RETURN NEW;
END $$;
