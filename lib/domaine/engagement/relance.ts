import { ajouterJours, type DateIso } from '../calendrier/dates'

/** Jours laissés après la fin d'une période avant d'en demander la mesure [choix]. */
export const JOURS_AVANT_RELANCE = 15
/** Une même personne n'est pas relancée deux fois en moins de trente jours, toutes conventions ensemble [choix]. */
export const JOURS_ENTRE_RELANCES = 30

/** Dernier jour, inclus, d'une période dont l'absence de mesure se relance ce jour-là. */
export const finARelancer = (jour: DateIso): DateIso => ajouterJours(jour, -JOURS_AVANT_RELANCE)
/** Instant après lequel une relance déjà partie interdit la suivante. */
export const depuisLaDerniere = (maintenant: Date): Date =>
  new Date(maintenant.getTime() - JOURS_ENTRE_RELANCES * 86_400_000)
