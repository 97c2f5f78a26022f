import type { ReactNode } from 'react'
import { EntetePage } from '../ui/entete-page'

/** Page faite pour être lue : une colonne, le texte en caractères de lecture. */
export function PageTexte({
  titre,
  chapeau,
  children,
}: {
  titre: string
  chapeau: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto max-w-3xl">
      <EntetePage
        titre={titre}
        description={chapeau}
        filAriane={[{ libelle: 'Accueil', href: '/' }, { libelle: titre }]}
      />
      <div className="texte-juridique space-y-10">{children}</div>
    </div>
  )
}

export function SectionTexte({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <section className="space-y-3 [&_li]:mt-1.5 [&_ul]:list-disc [&_ul]:pl-6">
      <h2 className="text-xl font-semibold">{titre}</h2>
      {children}
    </section>
  )
}
