// Mesures de synthèse, dites telles : des centres, une convention signée par centre, ses engagements et leurs trimestres.
const THEMES_DU_BANC = [
  'imagerie',
  'hopital-de-jour',
  'consultations',
  'echange-de-donnees',
  'formation',
  'gouvernance',
]

/** Sème `centres × engagements × trimestres` mesures finies au dernier trimestre, plus celui qui court, pour les HUPS. */
export async function semer(client, { centres, engagements, trimestres }) {
  await client.query(
    `WITH g AS (SELECT id FROM organisation WHERE code = 'hups'),
     n AS (SELECT x, gen_random_uuid() AS ge, gen_random_uuid() AS ce, gen_random_uuid() AS conv, gen_random_uuid() AS acte
           FROM generate_series(1, $1::int) x),
     o AS (INSERT INTO organisation (id, code, nature, nom, parent_id)
           SELECT ge, 'synthese-g-' || lpad(x::text, 3, '0'), 'GESTIONNAIRE'::"NatureOrganisation", 'Commune de synthèse ' || x, NULL FROM n
           UNION ALL SELECT ce, 'synthese-' || lpad(x::text, 3, '0'), 'CENTRE', 'Centre ' || x, ge FROM n RETURNING 1),
     p AS (INSERT INTO partenariat (id, groupe_id, centre_id) SELECT gen_random_uuid(), g.id, ce FROM n, g RETURNING 1),
     ic AS (INSERT INTO convention (id, reference, groupe_id, modele_code)
           SELECT conv, 'HUPS-SYM-2020-' || lpad(x::text, 3, '0'), g.id, 'convention-cadre-partenariat' FROM n, g RETURNING 1),
     ia AS (INSERT INTO acte (id, convention_id, genre, etape, titre, groupe_id, organisations, partage, date_signature, date_effet, date_fin)
           SELECT acte, conv, 'CONVENTION', 'SIGNEE', '[synthèse] Convention-cadre de partenariat', g.id, ARRAY[ge, ce], true,
             date '2020-01-01', date '2020-01-01', date '2032-12-31' FROM n, g RETURNING 1),
     iac AS (INSERT INTO acte_centre (acte_id, organisation_id) SELECT acte, ce FROM n RETURNING 1)
     INSERT INTO engagement (id, convention_id, groupe_id, organisations, cle, origine, libelle, theme, debiteur, genre, recurrence, declaration, depuis, exigible_le, cree_le)
     SELECT gen_random_uuid(), conv, g.id, ARRAY[ge, ce], 'synthese-' || k, 'TEXTE', 'Engagement de synthèse n° ' || k,
       ($3::text[])[1 + k % cardinality($3::text[])], (ARRAY['hopital', 'hopital', 'centre', 'parties'])[1 + k % 4], 'taux', 'trimestre', '{}',
       date '2020-01-01', CASE WHEN k % 15 = 0 THEN NULL ELSE date '2020-01-01' END, now()
     FROM n, g, generate_series(1, $2::int) k`,
    [centres, engagements, THEMES_DU_BANC],
  )
  await client.query(
    `INSERT INTO cible_engagement (engagement_id, depuis, cible, rang)
     SELECT id, depuis, '{"genre":"taux","pourcent":90,"sens":"au-moins"}', 0 FROM engagement WHERE cle LIKE 'synthese-%' ON CONFLICT DO NOTHING`,
  )
  await client.query(
    `INSERT INTO mesure (id, engagement_id, debut, fin, etat, numerateur, denominateur, jugement, contestation_motif)
     SELECT gen_random_uuid(), s.id, s.debut, (s.debut + interval '3 months - 1 day')::date,
       (CASE WHEN s.t = 0 OR s.h < 10 THEN 'ATTENDUE' WHEN s.h < 12 THEN 'CONTESTEE' WHEN s.h < 60 THEN 'VALIDEE' ELSE 'SAISIE' END)::"EtatMesure",
       CASE WHEN s.t = 0 OR s.h < 10 THEN NULL ELSE s.bons END, CASE WHEN s.t = 0 OR s.h < 10 THEN NULL ELSE 20 END,
       CASE WHEN s.t = 0 OR s.h < 10 THEN 'non-mesure' WHEN s.bons >= 18 THEN 'respecte' WHEN s.bons >= 15 THEN 'a-surveiller' ELSE 'non-respecte' END,
       CASE WHEN s.h BETWEEN 10 AND 11 THEN 'Chiffre de synthèse contesté' END
     FROM (SELECT e.id, t, (date_trunc('quarter', now()) - t * interval '3 months')::date AS debut,
             abs(hashtext(e.id::text || t)) % 100 AS h, 20 - abs(hashtext(t || e.id::text)) % 7 AS bons
           FROM engagement e, generate_series(0, $1::int) t WHERE e.cle LIKE 'synthese-%' AND e.exigible_le IS NOT NULL) s
     ON CONFLICT DO NOTHING`,
    [trimestres],
  )
  await client.query('ANALYZE')
  return (await client.query('SELECT count(*)::int AS n FROM mesure')).rows[0].n
}

/** Retire tout ce que `semer` a écrit. */
export async function retirer(client) {
  const conventions = `SELECT id FROM convention WHERE reference LIKE 'HUPS-SYM-%'`
  const organisations = `SELECT id FROM organisation WHERE code LIKE 'synthese-%'`
  const engagements = `SELECT id FROM engagement WHERE convention_id IN (${conventions})`
  for (const sql of [
    `DELETE FROM mesure WHERE engagement_id IN (${engagements})`,
    `DELETE FROM engagement WHERE convention_id IN (${conventions})`,
    `DELETE FROM acte_centre WHERE organisation_id IN (${organisations})`,
    `DELETE FROM acte WHERE convention_id IN (${conventions})`,
    `DELETE FROM convention WHERE reference LIKE 'HUPS-SYM-%'`,
    `DELETE FROM partenariat WHERE centre_id IN (${organisations})`,
    `DELETE FROM organisation WHERE code LIKE 'synthese-%' AND nature = 'CENTRE'`,
    `DELETE FROM organisation WHERE code LIKE 'synthese-%'`,
  ])
    await client.query(sql)
}
