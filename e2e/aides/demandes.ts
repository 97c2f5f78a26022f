import type pg from 'pg'

/**
 * Une convention signée avec ce centre et son engagement de répondre sous 48 heures à chaque scanner, mesuré par les demandes
 * du trimestre en cours. Écrite en base : la signature a ses propres essais. Rejouée, rend la même.
 */
export async function uneConventionSuivie(
  base: pg.Client,
  centre: string,
  reference: string,
): Promise<string> {
  const connue = await base.query<{ id: string }>('SELECT id FROM convention WHERE reference = $1', [
    reference,
  ])
  if (connue.rows[0]) return connue.rows[0].id
  const { rows } = await base.query<{ id: string }>(
    `WITH g AS (SELECT id FROM organisation WHERE code = 'hups'),
      c AS (SELECT id, parent_id FROM organisation WHERE code = $1),
      v AS (INSERT INTO convention (id, reference, groupe_id) SELECT gen_random_uuid(), $2, g.id FROM g RETURNING id, groupe_id),
      a AS (INSERT INTO acte (id, convention_id, genre, origine, etape, titre, groupe_id, organisations, partage, date_effet, date_signature)
        SELECT gen_random_uuid(), v.id, 'CONVENTION', 'REPRISE', 'SIGNEE', 'Convention suivie', v.groupe_id,
          ARRAY[c.id, c.parent_id], true, current_date - 200, current_date - 210 FROM v, c),
      e AS (INSERT INTO engagement (id, convention_id, groupe_id, organisations, cle, origine, unite, libelle, theme, debiteur, genre,
          recurrence, declaration, depuis, exigible_le, cree_le)
        SELECT gen_random_uuid(), v.id, v.groupe_id, ARRAY[c.id, c.parent_id], 'reponse-scanner', 'TEXTE', 'article-imagerie',
          'Répondre à chaque demande de scanner', 'imagerie', 'hopital', 'delai', 'trimestre',
          '{"demandes":{"nature":"imagerie","degre":null,"borne":"reponse"}}', current_date - 200, current_date - 200, now()
        FROM v, c RETURNING id),
      p AS (INSERT INTO portee_engagement (engagement_id, code, rang, libelle, exigible_le)
        SELECT id, 'scanner', 0, 'Scanner', current_date - 200 FROM e),
      k AS (INSERT INTO cible_engagement (engagement_id, depuis, cible, rang)
        SELECT id, current_date - 200, '{"genre":"delai","nombre":48,"unite":"heure","decompte":"ouvre","part":90}', 0 FROM e),
      m AS (INSERT INTO mesure (id, engagement_id, portee, debut, fin, origine)
        SELECT gen_random_uuid(), e.id, 'scanner', t::date, (t + interval '3 months - 1 day')::date, 'DEMANDES'
        FROM e, generate_series(date_trunc('quarter', now()) - interval '3 months', date_trunc('quarter', now()), interval '3 months') t)
    SELECT id FROM v`,
    [centre, reference],
  )
  const id = rows[0]?.id
  if (!id) throw new Error('convention non créée')
  return id
}
