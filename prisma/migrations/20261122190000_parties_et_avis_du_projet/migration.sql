-- Un projet de version a ses propres parties et sa propre liste d'avis : ils partent de ceux de la version d'origine.
ALTER TABLE modele_projet ADD COLUMN parties JSONB, ADD COLUMN approbations JSONB;
-- Un projet clos ne change plus ; ceux d'avant cette migration reçoivent ce qu'ils lisaient déjà de leur version d'origine.
ALTER TABLE modele_projet DISABLE TRIGGER modele_projet_clos;
UPDATE modele_projet p SET parties = v.parties, approbations = v.approbations FROM modele_version v WHERE v.id = p.base_id;
ALTER TABLE modele_projet ENABLE TRIGGER modele_projet_clos;
ALTER TABLE modele_projet ALTER COLUMN parties SET NOT NULL, ALTER COLUMN approbations SET NOT NULL;
