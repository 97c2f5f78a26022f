-- Lire un acte n'est pas l'écrire. Les premières règles suivaient la visibilité de l'acte pour tout : un lecteur de
-- l'autre côté ou du siège était arrêté par le domaine seul. Désormais la base aussi ne laisse écrire que le groupe
-- rédacteur. Le rendu reste un cache, que tout lecteur remplit en ouvrant le document.

CREATE FUNCTION app_redige(acte uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM acte a WHERE a.id = acte AND a.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
$$;

DROP POLICY partie_acte ON partie;
CREATE POLICY partie_lecture ON partie FOR SELECT USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = partie.acte_id));
CREATE POLICY partie_ajout ON partie FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY partie_changement ON partie FOR UPDATE USING (app_redige(acte_id)) WITH CHECK (app_redige(acte_id));
CREATE POLICY partie_retrait ON partie FOR DELETE USING (app_redige(acte_id));

DROP POLICY signataire_partie ON signataire;
CREATE POLICY signataire_lecture ON signataire FOR SELECT USING (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id));
CREATE POLICY signataire_ajout ON signataire FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id AND app_redige(p.acte_id)));
CREATE POLICY signataire_changement ON signataire FOR UPDATE
  USING (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id AND app_redige(p.acte_id)))
  WITH CHECK (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id AND app_redige(p.acte_id)));
CREATE POLICY signataire_retrait ON signataire FOR DELETE
  USING (EXISTS (SELECT 1 FROM partie p WHERE p.id = signataire.partie_id AND app_redige(p.acte_id)));

DROP POLICY acte_centre_acte ON acte_centre;
CREATE POLICY acte_centre_lecture ON acte_centre FOR SELECT USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = acte_centre.acte_id));
CREATE POLICY acte_centre_ajout ON acte_centre FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY acte_centre_retrait ON acte_centre FOR DELETE USING (app_redige(acte_id));

DROP POLICY unite_acte ON unite;
CREATE POLICY unite_lecture ON unite FOR SELECT USING (EXISTS (SELECT 1 FROM acte a WHERE a.id = unite.acte_id));
CREATE POLICY unite_ajout ON unite FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY unite_changement ON unite FOR UPDATE USING (app_redige(acte_id)) WITH CHECK (app_redige(acte_id));
CREATE POLICY unite_retrait ON unite FOR DELETE USING (app_redige(acte_id));

DROP POLICY parametre_convention ON parametre;
CREATE POLICY parametre_lecture ON parametre FOR SELECT
  USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id));
CREATE POLICY parametre_ecriture ON parametre FOR ALL
  USING (EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id AND c.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[])));

-- Une ligne du journal ne se prolonge que par son auteur ; s'ajoute par qui voit l'acte.
DROP POLICY journal_acte ON journal;
CREATE POLICY journal_lecture ON journal FOR SELECT
  USING (acte_id IS NULL OR EXISTS (SELECT 1 FROM acte a WHERE a.id = journal.acte_id));
CREATE POLICY journal_ajout ON journal FOR INSERT
  WITH CHECK (acte_id IS NULL OR EXISTS (SELECT 1 FROM acte a WHERE a.id = journal.acte_id));
CREATE POLICY journal_prolongement ON journal FOR UPDATE
  USING (auteur_id::text = current_setting('app.acteur', true));

-- Un dépôt pas encore rattaché appartient à qui l'a déposé ; rattaché, au groupe rédacteur de l'acte.
DROP POLICY fichier_acte ON fichier;
CREATE POLICY fichier_lecture ON fichier FOR SELECT USING (
  (acte_id IS NULL AND (usage = 'logo' OR cree_par::text = current_setting('app.acteur', true)))
  OR EXISTS (SELECT 1 FROM acte a WHERE a.id = fichier.acte_id)
);
CREATE POLICY fichier_ecriture ON fichier FOR ALL USING (
  (acte_id IS NULL AND cree_par::text = current_setting('app.acteur', true)) OR app_redige(acte_id)
);
