/** Documents d'où viennent les faits de la démonstration. Rien n'y est inventé : ce qu'ils taisent reste vide. */
export const SOURCES = {
  memoire: 'Mémoire EHESP, « Structurer les relations ville/hôpital à l’AP-HP », octobre 2018',
  consultations: 'Mémoire EHESP, octobre 2018, tableau des consultations médicales',
  support: 'Mémoire EHESP, octobre 2018, tableau des soins de support',
  besoins: 'Mémoire EHESP, octobre 2018, tableau des besoins',
  memo: 'Mémo « Médecine de ville » de l’hôpital Bicêtre, mai 2017',
  affiliation: 'Convention d’affiliation de Gennevilliers, juillet 2017',
  cadre: 'Modèle de convention-cadre, septembre 2018',
  partagee: 'Modèle de convention d’activité partagée, 2018',
  lancement: 'Note de lancement du projet « Médecins Partenaires », avril 2016',
  recensement: 'Recensement des coopérations ville-hôpital, 2016',
} as const
