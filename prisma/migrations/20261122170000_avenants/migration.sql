-- Avenants : les retouches du texte en vigueur et le projet qui en est rédigé.
ALTER TABLE unite ADD COLUMN genere text;

CREATE TABLE retouche (
  acte_id uuid NOT NULL,
  cible text NOT NULL,
  depart jsonb,
  voulu jsonb,
  place jsonb,
  definition jsonb,
  nature text,
  forme text,
  rang integer NOT NULL DEFAULT 0,
  arretee text,
  version integer NOT NULL DEFAULT 1,
  modifie_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  modifie_par uuid,
  CONSTRAINT retouche_pkey PRIMARY KEY (acte_id, cible),
  CONSTRAINT retouche_acte_id_fkey FOREIGN KEY (acte_id) REFERENCES acte(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE projet_avenant (
  acte_id uuid NOT NULL,
  motif text,
  redaction jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  modifie_le timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT projet_avenant_pkey PRIMARY KEY (acte_id),
  CONSTRAINT projet_avenant_acte_id_fkey FOREIGN KEY (acte_id) REFERENCES acte(id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Le travail de rédaction ne se lit et ne s'écrit que du groupe rédacteur, avant comme après la signature.
ALTER TABLE retouche ENABLE ROW LEVEL SECURITY;
CREATE POLICY retouche_lecture ON retouche FOR SELECT USING (app_redige(acte_id));
CREATE POLICY retouche_ajout ON retouche FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY retouche_changement ON retouche FOR UPDATE USING (app_redige(acte_id)) WITH CHECK (app_redige(acte_id));
CREATE POLICY retouche_retrait ON retouche FOR DELETE USING (app_redige(acte_id));
ALTER TABLE projet_avenant ENABLE ROW LEVEL SECURITY;
CREATE POLICY projet_avenant_lecture ON projet_avenant FOR SELECT USING (app_redige(acte_id));
CREATE POLICY projet_avenant_ajout ON projet_avenant FOR INSERT WITH CHECK (app_redige(acte_id));
CREATE POLICY projet_avenant_changement ON projet_avenant FOR UPDATE USING (app_redige(acte_id)) WITH CHECK (app_redige(acte_id));

-- Une valeur propre à un avenant (« date_effet_avenant_2 ») suit cet avenant : la signature de la convention ne l'ouvre pas.
DROP POLICY parametre_lecture ON parametre;
CREATE POLICY parametre_lecture ON parametre FOR SELECT USING (
  EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id)
  AND (tardive
    OR EXISTS (SELECT 1 FROM convention c WHERE c.id = parametre.convention_id AND c.groupe_id = ANY ((SELECT app_liste('app.groupes'))::uuid[]))
    OR EXISTS (SELECT 1 FROM acte a WHERE a.convention_id = parametre.convention_id AND a.etape = 'SIGNEE'
      AND a.rang = coalesce(substring(parametre.cle FROM '_avenant_([0-9]{1,4})$')::int, 0))));

-- Un avenant se retrouve par sa propre référence.
UPDATE acte SET recherche = recherche || ' a' || rang WHERE genre = 'AVENANT';
