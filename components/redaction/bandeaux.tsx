'use client'

import { Bouton } from '@/components/ui/bouton'
import { classesBouton } from '@/components/ui/classes-bouton'
import { Encart } from '@/components/ui/encart'
import { compter } from '@/lib/presentation/typographie'
import type { Instantane } from './tampon/types'

type Proprietes = { instantane: Instantane; reference: string; retrouvees: number; rejouer: () => void }

/** Ce qui empêche d'enregistrer, ce qui est gardé en attendant, et le geste qui débloque. */
export function Bandeaux({ instantane, reference, retrouvees, rejouer }: Proprietes) {
  const { obstacle, saisies, garde } = instantane
  const suite = encodeURIComponent(`/conventions/${reference}/rediger`)
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {obstacle === 'session' && (
        <Encart
          ton="vigilance"
          annonce="alert"
          titre="Votre session a expiré : reconnectez-vous, rien n’est perdu"
          actions={
            <>
              <a
                href={`/connexion?suite=${suite}`}
                target="_blank"
                rel="noopener"
                className={classesBouton('principal', 'petit')}
              >
                Se reconnecter dans un nouvel onglet
              </a>
              <Bouton variante="secondaire" taille="petit" onPress={rejouer}>
                C’est fait : enregistrer
              </Bouton>
            </>
          }
        >
          <p>
            {compter(saisies.size, 'saisie attend', 'saisies attendent')} sur cet appareil. Continuez d’écrire
            : tout partira dès votre retour.
          </p>
        </Encart>
      )}
      {obstacle === 'serveur-change' && (
        <Encart
          ton="vigilance"
          annonce="alert"
          titre="L’application a été mise à jour : rechargez la page, rien n’est perdu"
          actions={
            <Bouton taille="petit" onPress={() => window.location.reload()}>
              Recharger et enregistrer
            </Bouton>
          }
        >
          <p>Ce que vous avez écrit est gardé sur cet appareil et sera enregistré au rechargement.</p>
        </Encart>
      )}
      {!garde && (
        <Encart ton="vigilance" annonce="alert" titre="Cet appareil refuse de garder vos saisies">
          <p>
            Navigation privée ou disque plein : ne fermez pas cet onglet avant de lire « Enregistré » en haut
            de la page.
          </p>
        </Encart>
      )}
      {retrouvees > 0 && obstacle === 'aucun' && (
        <Encart
          ton="accent"
          annonce="status"
          titre={`${compter(retrouvees, 'saisie retrouvée', 'saisies retrouvées')} sur cet appareil`}
        >
          <p>Ce que vous aviez écrit avant de quitter la page a été repris.</p>
        </Encart>
      )}
    </div>
  )
}
