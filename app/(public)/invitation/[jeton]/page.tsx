import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LienFermeDit } from '@/components/invitation/lien-ferme'
import { RelectureInvitee } from '@/components/invitation/relecture-invitee'
import { TeteInvitation } from '@/components/invitation/tete-invitation'
import { FeuilleRelecture } from '@/components/relecture/feuille-relecture'
import type { InvitationOuverte } from '@/lib/lectures/invitation/ouvrir-invitation'
import { lireRelecture } from '@/lib/lectures/remarque/lire-relecture'
import { nomsDesUnites, relectureAffichee } from '@/lib/presentation/relecture/relecture'
import { entrerParLien } from '@/lib/serveur/invitation'
import * as actions from './actions'

type Proprietes = {
  params: Promise<{ jeton: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

export const metadata: Metadata = {
  title: 'Relire une convention',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

export default async function PageInvitation({ params, searchParams }: Proprietes) {
  const maintenant = new Date()
  const { jeton } = await params
  const lien = await entrerParLien(jeton, maintenant)
  if ('ferme' in lien) return <LienFermeDit raison={lien.ferme} />
  const { ouverte } = lien
  const lue = versionChoisie(ouverte, (await searchParams).version)
  const { acteur, reference } = ouverte
  const relecture = await lireRelecture(acteur, reference, maintenant, lue.id)
  if (!relecture) notFound()
  const { convention, droits } = relecture
  const affichee = relectureAffichee(relecture, maintenant)
  return (
    <>
      <TeteInvitation
        invitation={ouverte}
        convention={convention}
        lue={lue}
        maintenant={maintenant}
        ecrit={droits.ecrire}
      />
      <RelectureInvitee
        key={lue.numero}
        jeton={jeton}
        poste={{
          acteId: convention.acteId,
          reference: convention.reference,
          lue: lue.numero,
          utilisateur: `invitation-${acteur.invitation?.invitationId ?? ''}`,
          droits,
        }}
        actions={{ ...actions }}
        entrees={affichee.entrees}
        fils={affichee.fils}
        noms={nomsDesUnites(relecture)}
        accord={affichee.accord}
        feuille={<FeuilleRelecture lue={affichee} />}
      />
    </>
  )
}

/** La version que le lien nomme, sauf si la personne a choisi de lire la plus récente : jamais une autre. */
const versionChoisie = ({ nommee, derniere }: InvitationOuverte, demandee: string | string[] | undefined) =>
  demandee === String(derniere.numero) ? derniere : nommee
