import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccepterEnsemble } from '@/components/conventions/accepter-ensemble'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { FeuilleRelecture } from '@/components/relecture/feuille-relecture'
import { Relecture } from '@/components/relecture/relecture'
import { EtatVide } from '@/components/ui/etat-vide'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireRelecture } from '@/lib/lectures/remarque/lire-relecture'
import { accordEnsemble } from '@/lib/presentation/conventions/accord-ensemble'
import { nomsDesUnites, relectureAffichee } from '@/lib/presentation/relecture/relecture'
import { exigerSession } from '@/lib/serveur/session'
import { accepter, accepterTout, demanderCodeDAccord } from '../actions'
import * as actions from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, relecture` }
}

export default async function PageRelecture({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const { reference } = await params
  const lue = await lireRelecture(acteur, reference, maintenant)
  if (!lue) {
    const convention = await lireConvention(acteur, reference, maintenant)
    if (!convention) notFound()
    return (
      <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="relecture">
        <EtatVide titre="Rien n’est encore partagé">
          La relecture s’ouvre quand la direction des partenariats partage une première version du texte.
        </EtatVide>
      </CadreActe>
    )
  }
  const affichee = relectureAffichee(lue, maintenant)
  const { convention } = lue
  const accord = accordEnsemble(lue.accords)
  return (
    <CadreActe
      convention={convention}
      acteur={acteur}
      maintenant={maintenant}
      onglet="relecture"
      actions={
        accord && (
          <AccepterEnsemble
            acteId={convention.acteId}
            accord={accord}
            actions={{ demanderCode: demanderCodeDAccord, accepter: accepterTout }}
          />
        )
      }
    >
      <Relecture
        key={lue.numero}
        poste={{
          acteId: convention.acteId,
          reference: convention.reference,
          lue: lue.numero,
          utilisateur: acteur.utilisateurId,
          droits: lue.droits,
          actions: { ...actions, ...(affichee.accord.possible ? { accepter } : {}) },
        }}
        entrees={affichee.entrees}
        fils={affichee.fils}
        noms={nomsDesUnites(lue)}
        accord={affichee.accord}
        feuille={<FeuilleRelecture lue={affichee} />}
      />
    </CadreActe>
  )
}
