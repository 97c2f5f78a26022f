-- La transcription d'un avenant signé avant le produit : en cours tant qu'elle n'est pas close.
ALTER TABLE projet_avenant ADD COLUMN close_le timestamptz(3);

-- Les unités d'un avenant repris sont le brouillon de sa transcription : l'autre côté n'en lit que les versions déclarées.
DROP POLICY unite_lecture ON unite;
CREATE POLICY unite_lecture ON unite FOR SELECT USING (
  EXISTS (SELECT 1 FROM acte a WHERE a.id = unite.acte_id
    AND ((a.etape = 'SIGNEE' AND NOT (a.origine = 'REPRISE' AND a.rang > 0))
      OR a.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))));

-- Un avenant signé des deux côtés se montre à qui lit sa convention : sans lui, le texte en vigueur se tairait sur ce qu'il ignore.
UPDATE acte SET partage = true FROM acte initial
WHERE acte.genre = 'AVENANT' AND acte.origine = 'REPRISE' AND NOT acte.partage
  AND initial.convention_id = acte.convention_id AND initial.rang = 0 AND initial.partage;
