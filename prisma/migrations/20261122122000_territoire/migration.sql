-- Une source qui dit « en septembre » ou « en 2018 » ne donne pas un jour : la précision suit la date.
ALTER TABLE besoin ADD COLUMN "precision" TEXT NOT NULL DEFAULT 'jour';
ALTER TABLE reponse_besoin ADD COLUMN "precision" TEXT NOT NULL DEFAULT 'jour';
ALTER TABLE reponse_besoin ADD COLUMN source TEXT;
ALTER TABLE reunion ADD CONSTRAINT reunion_precision CHECK ("precision" IN ('jour', 'mois', 'annee'));
ALTER TABLE besoin ADD CONSTRAINT besoin_precision CHECK ("precision" IN ('jour', 'mois', 'annee'));
ALTER TABLE reponse_besoin ADD CONSTRAINT reponse_precision CHECK ("precision" IN ('jour', 'mois', 'annee'));

-- Un seul titulaire à la fois pour un poste d'une organisation : la course entre deux saisies s'arrête ici.
CREATE UNIQUE INDEX fonction_en_cours ON fonction (organisation_id, code) WHERE jusqua IS NULL;
-- Un même besoin n'est pas recueilli deux fois pour une spécialité d'un centre.
CREATE UNIQUE INDEX besoin_unique ON besoin (centre_id, nature, specialite_code) WHERE nature <> 'AUTRE' AND specialite_code IS NOT NULL;
ALTER TABLE fonction ADD CONSTRAINT fonction_periode CHECK (jusqua IS NULL OR depuis IS NULL OR jusqua >= depuis);
