-- L'accord se donne au nom d'une organisation que l'on représente ; l'invitation, par qui rédige ou par l'autre côté.

CREATE FUNCTION app_partenaire(acte uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.id = acte AND a.partage
    AND a.organisations && (SELECT app_liste('app.organisations'))::uuid[])
$$;

DROP POLICY acceptation_ajout ON acceptation;
CREATE POLICY acceptation_ajout ON acceptation FOR INSERT WITH CHECK (
  app_partenaire(acte_id) AND retiree_le IS NULL
  AND organisation_id = ANY ((SELECT app_liste('app.organisations'))::uuid[]));
-- Rouvrir le texte fait tomber l'accord sur l'ensemble, quel que soit le côté qui rouvre.
DROP POLICY acceptation_changement ON acceptation;
CREATE POLICY acceptation_changement ON acceptation FOR UPDATE USING (app_redige(acte_id) OR app_partenaire(acte_id));
CREATE FUNCTION acceptation_gardee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Un accord ne se supprime pas : il se retire'; END IF;
  IF OLD.retiree_le IS NOT NULL OR (to_jsonb(NEW) - 'retiree_le') IS DISTINCT FROM (to_jsonb(OLD) - 'retiree_le') THEN
    RAISE EXCEPTION 'Un accord garde ce qui a été lu, par qui et quand';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptation_gardee BEFORE UPDATE OR DELETE ON acceptation FOR EACH ROW EXECUTE FUNCTION acceptation_gardee();

DROP POLICY invitation_ajout ON invitation;
CREATE POLICY invitation_ajout ON invitation FOR INSERT WITH CHECK (
  (SELECT app_uuid('app.invite')) IS NULL AND (app_redige(acte_id) OR app_partenaire(acte_id)));
DROP POLICY invitation_changement ON invitation;
CREATE POLICY invitation_changement ON invitation FOR UPDATE USING (
  id = (SELECT app_uuid('app.invite')) OR app_redige(acte_id) OR app_partenaire(acte_id));
-- La personne invitée ne note que sa venue ; les autres ne changent que la durée du lien, et une révocation ne se défait pas.
CREATE FUNCTION invitation_bornee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libres text[] := CASE WHEN app_uuid('app.invite') IS NOT NULL THEN ARRAY['ouverte_le']
    ELSE ARRAY['expire_le', 'revoquee_le', 'version'] END;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Une invitation ne se supprime pas : elle se révoque'; END IF;
  IF OLD.revoquee_le IS NOT NULL OR (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres) THEN
    RAISE EXCEPTION 'Une invitation garde à qui elle a été faite, et pour quelle version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_bornee BEFORE UPDATE OR DELETE ON invitation FOR EACH ROW EXECUTE FUNCTION invitation_bornee();

CREATE INDEX code_accord_titulaire ON code_accord (utilisateur_id, acte_id, cree_le);
