'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Encart } from '@/components/ui/encart'
import type { UtilisateurLu } from '@/lib/lectures/administration/utilisateurs'
import { dateEtHeure } from '@/lib/presentation/dates'
import type { ActionsCompte } from './actions-compte'
import { RefusAction } from './refus-action'
import { useActionSimple } from './use-action-simple'

type Proprietes = { utilisateur: UtilisateurLu; action: ActionsCompte['emettreLien'] }
type Lien = { adresse: string; expireLe: Date }

/** Lien à usage unique, montré une seule fois, à remettre soi-même. */
export function LienAcces({ utilisateur: u, action }: Proprietes) {
  const { lancer, attente, refus } = useActionSimple()
  const [lien, definirLien] = useState<Lien | null>(null)
  const emettre = () =>
    lancer(
      () => action({ utilisateurId: u.id }),
      ({ jeton, expireLe }) =>
        definirLien({
          adresse: `${window.location.origin}/activation/${jeton}`,
          expireLe: new Date(expireLe),
        }),
    )
  return (
    <section aria-labelledby="titre-lien">
      <h2 id="titre-lien" className="mb-3 font-serif text-xl font-semibold">
        Lien d’accès
      </h2>
      <RefusAction refus={refus} />
      {lien ? (
        <LienEmis lien={lien} nom={u.nom} />
      ) : (
        <>
          <p className="mb-4 max-w-lecture text-encre-2">
            Il permet à {u.nom} de choisir {u.etat === 'en-attente' ? 'son premier' : 'un nouveau'} mot de
            passe. Il sert une fois, pendant 48 heures.{' '}
            {u.lienEnAttenteJusquAu && (
              <>
                Un lien déjà remis vaut jusqu’au {dateEtHeure(u.lienEnAttenteJusquAu)}&nbsp;; en émettre un
                autre l’annule.
              </>
            )}
          </p>
          <Bouton variante="secondaire" attente={attente} onPress={emettre}>
            Émettre un lien d’accès
          </Bouton>
        </>
      )}
    </section>
  )
}

function LienEmis({ lien, nom }: { lien: Lien; nom: string }) {
  const [copie, definirCopie] = useState(false)
  const copier = async () => {
    await navigator.clipboard.writeText(lien.adresse).then(
      () => definirCopie(true),
      () => document.getElementById('lien-emis')?.focus(),
    )
  }
  return (
    <Encart ton="accent" annonce="status" titre={`À remettre à ${nom}, et à personne d’autre`}>
      <p>
        Ce lien ne sera plus montré. Il vaut jusqu’au {dateEtHeure(lien.expireLe)}. Préférez une remise en
        main propre ou une messagerie sécurisée.
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <Champ
          id="lien-emis"
          className="min-w-0 flex-1 basis-60"
          libelle="Adresse à copier"
          readOnly
          value={lien.adresse}
          onFocus={(e) => e.currentTarget.select()}
        />
        <Bouton
          variante="secondaire"
          onPress={copier}
          icone={copie ? <Check aria-hidden size={18} /> : <Copy aria-hidden size={18} />}
        >
          {copie ? 'Copié' : 'Copier'}
        </Bouton>
      </div>
    </Encart>
  )
}
