-- Une personne invitée n'a pas de compte : le fichier Word qu'elle renvoie est rattaché à l'acte de son lien, sans auteur.
CREATE POLICY fichier_retour_invite ON fichier FOR INSERT WITH CHECK (
  usage = 'retour-word' AND NOT interne AND cree_par IS NULL
  AND (SELECT app_uuid('app.invite')) IS NOT NULL AND acte_id = (SELECT app_uuid('app.invitation')));
-- Un retour ne change pas : il dit ce qui a été reçu et lu ce jour-là.
CREATE TRIGGER retour_word_immuable BEFORE UPDATE OR DELETE ON retour_word FOR EACH ROW EXECUTE FUNCTION ligne_immuable();
-- Il appartient à l'acte de sa version et de son fichier.
DROP POLICY retour_word_ajout ON retour_word;
CREATE POLICY retour_word_ajout ON retour_word FOR INSERT WITH CHECK (
  app_voit(acte_id)
  AND EXISTS (SELECT 1 FROM version_acte v WHERE v.id = version_id AND v.acte_id = retour_word.acte_id));
