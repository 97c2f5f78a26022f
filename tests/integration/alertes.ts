// Une alerte de dépréciation annonce une panne à la prochaine version d'une bibliothèque : elle fait échouer l'essai où
// elle paraît. La première fut celle de `pg` : deux requêtes posées ensemble sur la connexion d'une même transaction.
const VEILLE = Symbol.for('trait-union.alertes')
const processus = globalThis as unknown as Record<symbol, boolean | undefined>

if (!processus[VEILLE]) {
  processus[VEILLE] = true
  process.on('warning', (alerte) => {
    if (alerte.name === 'DeprecationWarning') throw alerte
  })
}
