import { joindre } from './joindre'

export type VarianteBouton = 'principal' | 'secondaire' | 'discret' | 'danger'
export type TailleBouton = 'normal' | 'petit'

const VARIANTES: Record<VarianteBouton, string> = {
  principal: 'border-accent bg-accent text-sur-accent hover:border-accent-vif hover:bg-accent-vif',
  secondaire: 'border-trait-fort bg-surface text-encre hover:border-accent hover:text-accent',
  discret: 'border-transparent text-accent hover:bg-accent-fond hover:text-accent-vif',
  danger: 'border-manque bg-surface text-manque hover:bg-manque-fond',
}

const TAILLES: Record<TailleBouton, string> = {
  normal: 'min-h-11 px-4 py-2 text-[0.9375rem] gap-2',
  petit: 'min-h-8 pointer-coarse:min-h-11 px-2.5 py-1 text-sm gap-1.5',
}

/** Classes partagées par le bouton et le lien qui en a l'allure. */
export const classesBouton = (
  variante: VarianteBouton = 'principal',
  taille: TailleBouton = 'normal',
  autres?: string,
): string =>
  joindre(
    'sans-impression inline-flex items-center justify-center rounded-md border text-center font-medium no-underline transition-colors',
    'disabled:cursor-not-allowed disabled:border-trait disabled:bg-surface-2 disabled:text-encre-2',
    'data-disabled:cursor-not-allowed data-disabled:border-trait data-disabled:bg-surface-2 data-disabled:text-encre-2',
    'data-pending:cursor-progress [&_svg]:shrink-0',
    VARIANTES[variante],
    TAILLES[taille],
    autres,
  )
