-- Tableaux de bord : les mesures d'une fenêtre se trouvent par la fin de leur période, les engagements par leur centre.
CREATE INDEX mesure_fin_idx ON mesure (fin) INCLUDE (engagement_id, etat, jugement);
-- La dernière période d'un engagement dans une fenêtre : sans lui, chaque case relirait toute la fenêtre.
CREATE INDEX mesure_engagement_id_fin_idx ON mesure (engagement_id, fin);
CREATE INDEX engagement_organisations_idx ON engagement USING gin (organisations);
