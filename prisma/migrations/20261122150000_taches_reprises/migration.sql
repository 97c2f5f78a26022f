-- Un ouvrier qui meurt laisse une tâche en cours : son dernier signe de vie permet à un autre de la reprendre.
ALTER TABLE tache ADD COLUMN vue_le timestamptz(3);
CREATE INDEX tache_etat ON tache (etat, vue_le);

-- Une tâche se demande en son nom et sur un acte que l'on voit ; l'ouvrier l'avance, il n'en crée ni n'en efface.
DROP POLICY tache_sienne ON tache;
CREATE POLICY tache_lecture ON tache FOR SELECT USING (
  app_drapeau('app.systeme') OR demandeur_id::text = nullif(current_setting('app.acteur', true), ''));
CREATE POLICY tache_ajout ON tache FOR INSERT WITH CHECK (
  demandeur_id::text = nullif(current_setting('app.acteur', true), '') AND app_voit(acte_id));
CREATE POLICY tache_changement ON tache FOR UPDATE USING (
  app_drapeau('app.systeme') OR demandeur_id::text = nullif(current_setting('app.acteur', true), ''));
CREATE POLICY tache_retrait ON tache FOR DELETE USING (
  demandeur_id::text = nullif(current_setting('app.acteur', true), ''));
