-- Avis, délibérations, délégations : qui les écrit, dans la base même.

-- Dit par la direction ; vide = pas encore dit. Décide si un avenant est couvert par une délibération antérieure.
ALTER TABLE acte ADD COLUMN effet_financier boolean;
-- Copie de l'arrêté de délégation d'un signataire.
ALTER TABLE signataire ADD COLUMN autorite_fichier_id uuid;
ALTER TABLE signataire ADD CONSTRAINT signataire_autorite_fichier_id_fkey
  FOREIGN KEY (autorite_fichier_id) REFERENCES fichier(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX signataire_autorite_fichier ON signataire (autorite_fichier_id);

-- Un avis ne s'écrit que par la fonction à qui il est demandé, dans le groupe qui rédige l'acte.
CREATE FUNCTION app_valide(acte uuid, fonction text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.id = acte AND a.groupe_id::text || ':' || fonction = ANY (a.valideurs)
    AND a.groupe_id::text || ':' || fonction = ANY (app_textes('app.validations')))
$$;
DROP POLICY approbation_ajout ON approbation;
CREATE POLICY approbation_ajout ON approbation FOR INSERT
  WITH CHECK (app_voit(acte_id) AND (etat = 'ATTENDUE' OR app_valide(acte_id, fonction)));
DROP POLICY approbation_changement ON approbation;
CREATE POLICY approbation_changement ON approbation FOR UPDATE
  USING (app_valide(acte_id, fonction)) WITH CHECK (app_valide(acte_id, fonction));
-- Un avis rendu ne change plus : un texte changé en demande un autre.
CREATE FUNCTION approbation_rendue_une_fois() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.etat <> 'ATTENDUE' OR NEW.acte_id <> OLD.acte_id OR NEW.version_id <> OLD.version_id
     OR NEW.empreinte <> OLD.empreinte OR NEW.fonction <> OLD.fonction OR NEW.nature <> OLD.nature THEN
    RAISE EXCEPTION 'Un avis rendu ne change plus';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approbation_rendue_une_fois BEFORE UPDATE OR DELETE ON approbation
  FOR EACH ROW EXECUTE FUNCTION approbation_rendue_une_fois();

-- Une délibération s'enregistre par la direction ou par l'organisme qui a délibéré, jamais par un centre ni un valideur.
CREATE FUNCTION app_est_partie(partie uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM partie p WHERE p.id = partie
    AND (app_redige(p.acte_id) OR p.organisation_id = ANY (app_liste('app.organisations')::uuid[])))
$$;
DROP POLICY deliberation_ajout ON deliberation;
CREATE POLICY deliberation_ajout ON deliberation FOR INSERT WITH CHECK (app_est_partie(partie_id));
DROP POLICY deliberation_changement ON deliberation;
CREATE POLICY deliberation_changement ON deliberation FOR UPDATE USING (app_est_partie(partie_id)) WITH CHECK (app_est_partie(partie_id));
-- Ce sur quoi l'organe s'est prononcé, et dans quel sens, ne se corrige pas.
CREATE FUNCTION deliberation_garde_son_texte() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.empreinte <> OLD.empreinte OR NEW.version_id <> OLD.version_id OR NEW.acte_id <> OLD.acte_id
     OR NEW.partie_id <> OLD.partie_id OR NEW.sens <> OLD.sens THEN
    RAISE EXCEPTION 'Une délibération garde son texte et son sens';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deliberation_garde_son_texte BEFORE UPDATE OR DELETE ON deliberation
  FOR EACH ROW EXECUTE FUNCTION deliberation_garde_son_texte();

-- La partie tient ses propres signataires et leurs pouvoirs tant que le texte est arrêté et pas encore envoyé.
CREATE POLICY partie_autorite ON partie FOR UPDATE
  USING (organisation_id = ANY ((SELECT app_liste('app.organisations'))::uuid[])
    AND EXISTS (SELECT 1 FROM acte a WHERE a.id = partie.acte_id AND a.partage AND a.etape IN ('TEXTE_ACCEPTE', 'EN_DELIBERATION')));
CREATE POLICY signataire_autorite ON signataire FOR UPDATE
  USING (EXISTS (SELECT 1 FROM partie p JOIN acte a ON a.id = p.acte_id WHERE p.id = signataire.partie_id
    AND p.organisation_id = ANY ((SELECT app_liste('app.organisations'))::uuid[])
    AND a.partage AND a.etape IN ('TEXTE_ACCEPTE', 'EN_DELIBERATION')));
