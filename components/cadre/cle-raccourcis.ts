/** Clé du navigateur qui retient que la touche « ? » est désactivée. */
export const CLE_DESACTIVE = 'raccourci-aide-desactive'
