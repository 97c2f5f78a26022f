-- Une faute se corrige contre le vocabulaire (quelques milliers de mots), pas contre chaque convention : le temps d'une
-- recherche ne suit plus le nombre d'actes. Le vocabulaire n'est lisible que par la fonction de recherche.
CREATE TABLE mot_de_recherche (mot TEXT PRIMARY KEY);
ALTER TABLE mot_de_recherche ENABLE ROW LEVEL SECURITY;
CREATE INDEX mot_de_recherche_trgm ON mot_de_recherche USING gin (mot gin_trgm_ops);

CREATE FUNCTION retenir_mots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mot_de_recherche (mot)
    SELECT DISTINCT m FROM unnest(string_to_array(NEW.recherche, ' ')) m WHERE length(m) > 3 AND m !~ '[0-9]' ORDER BY m
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER acte_mots AFTER INSERT OR UPDATE OF recherche ON acte FOR EACH ROW EXECUTE FUNCTION retenir_mots();
INSERT INTO mot_de_recherche (mot)
  SELECT DISTINCT m FROM acte a, unnest(string_to_array(a.recherche, ' ')) m WHERE length(m) > 3 AND m !~ '[0-9]'
  ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION actes_trouves(mots text[]) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m text;
  condition text := 'true';
  proches text[];
BEGIN
  PERFORM set_config('pg_trgm.similarity_threshold', '0.3', true);
  FOREACH m IN ARRAY mots LOOP
    -- Un mot connu, ou le début d'un mot connu, se cherche tel quel ; un mot inconnu, par ses voisins.
    proches := NULL;
    IF length(m) > 3 AND m !~ '[0-9]' AND NOT EXISTS (SELECT 1 FROM mot_de_recherche v WHERE v.mot LIKE '%' || m || '%') THEN
      SELECT array_agg('%' || p.mot || '%') INTO proches FROM (
        SELECT v.mot FROM mot_de_recherche v WHERE v.mot % m ORDER BY similarity(m, v.mot) DESC, v.mot LIMIT 5) p;
    END IF;
    condition := condition || CASE WHEN proches IS NULL THEN format(' AND a.recherche LIKE %L', '%' || m || '%')
      ELSE format(' AND a.recherche LIKE ANY (%L::text[])', proches) END;
  END LOOP;
  RETURN QUERY EXECUTE 'SELECT a.id FROM acte a WHERE (a.groupe_id = ANY ($1) OR (a.partage AND a.organisations && $2)
    OR (a.etape <> ''BROUILLON'' AND a.groupe_id = ANY ($3))) AND ' || condition
    USING app_liste('app.groupes'), app_liste('app.organisations'), app_liste('app.sieges');
END $$;
