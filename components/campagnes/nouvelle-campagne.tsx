'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Encart } from '@/components/ui/encart'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { adresseCampagne } from '@/lib/presentation/campagne/adresses'
import {
  type CentreDit,
  type NouvelleDite,
  resumeDuCentre,
  sansAvenantEnCours,
} from '@/lib/presentation/campagne/nouvelle'
import { avecTermeCommun, type RegleDeTerme, termeDuCentre } from '@/lib/presentation/campagne/terme'
import { compter } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'
import { CollerValeurs, type ValeursCollees } from './coller-valeurs'
import { type ChoixCentre, LigneCentre } from './ligne-centre'
import { TermeCommun } from './terme-commun'

export type SaisieCampagne = {
  acteId: string
  titre: string
  centres: {
    conventionId: string
    valeurs: { cible: string; valeur: ValeurParametre }[]
    ecartees: string[]
  }[]
}
type Proprietes = {
  campagne: NouvelleDite
  ouvrir: (s: SaisieCampagne) => Promise<Reponse<{ campagneId: string }>>
}

const SANS_CHOIX: ChoixCentre = { retenu: false, valeurs: {}, ecartees: [] }

/** Choisir les centres, avec ce que chacun recevra : ce qui passe, ce qui restera à la main. */
export function NouvelleCampagne({ campagne: c, ouvrir }: Proprietes) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const [titre, definirTitre] = useState(c.titre)
  const [manque, definirManque] = useState<string | null>(null)
  const [choix, definirChoix] = useState<Record<string, ChoixCentre>>({})
  const [regle, definirRegle] = useState<RegleDeTerme>({ mode: 'chacun' })
  /** Collages faits : les champs déjà ouverts se relisent. */
  const [collages, definirCollages] = useState(0)
  const de = (id: string) => choix[id] ?? SANS_CHOIX
  const termeDe = (x: CentreDit) => (c.terme ? termeDuCentre(regle, x, c.terme.moisAuPlus) : null)
  const effectif = (x: CentreDit) => avecTermeCommun(de(x.conventionId), termeDe(x))
  const proposables = c.centres.filter((x) => x.possible && !x.sansObjet)
  const retenus = proposables.filter((x) => de(x.conventionId).retenu)
  const alertes = retenus.filter((x) => resumeDuCentre(x, effectif(x), c.terme).gestes > 0).length
  const changer = (id: string, partiel: Partial<ChoixCentre>) =>
    definirChoix((avant) => ({ ...avant, [id]: { ...(avant[id] ?? SANS_CHOIX), ...partiel } }))
  const libres = sansAvenantEnCours(proposables)
  const occupes = proposables.length - libres.length
  const malgre = retenus.filter((x) => x.ouverts.length > 0).length
  const coller = ({ cible, lues }: ValeursCollees) => {
    for (const { conventionId, valeur } of lues) {
      const x = c.centres.find((y) => y.conventionId === conventionId)
      const { retenu, valeurs } = de(conventionId)
      changer(conventionId, {
        retenu: retenu || libres.some((l) => l === x),
        valeurs: { ...valeurs, [cible]: valeur },
      })
    }
    definirCollages((n) => n + 1)
  }
  const tous = libres.every((x) => de(x.conventionId).retenu)
  const envoyer = () => {
    if (titre.trim().length < 3) return definirManque('Indiquez l’objet en quelques mots.')
    lancer(
      () =>
        ouvrir({
          acteId: c.acteId,
          titre: titre.trim(),
          centres: retenus.map((x) => {
            const { valeurs, ecartees } = effectif(x)
            return {
              conventionId: x.conventionId,
              ecartees,
              valeurs: Object.entries(valeurs).flatMap(([cible, valeur]) =>
                ecartees.includes(cible) ? [] : [{ cible, valeur }],
              ),
            }
          }),
        }),
      ({ campagneId }) => routeur.push(adresseCampagne(campagneId)),
    )
  }
  return (
    <form
      noValidate
      className="flex max-w-4xl flex-col gap-8"
      onSubmit={(e) => {
        e.preventDefault()
        envoyer()
      }}
    >
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      <section aria-labelledby="jeu">
        <h2 id="jeu" className="font-serif text-xl font-semibold">
          {compter(c.modifications.length, 'modification commune', 'modifications communes')}
        </h2>
        <ul className="mt-2 list-disc pl-5">
          {c.modifications.map((m) => (
            <li key={m.cible}>
              {m.nom}
              {m.detail && <span className="text-encre-2"> : {m.detail}</span>}
            </li>
          ))}
        </ul>
      </section>
      <Champ
        libelle="Objet des avenants"
        aide="Le même pour tous, tel que les listes et les courriels le montreront."
        requis
        maxLength={300}
        value={titre}
        erreur={manque}
        onChange={(e) => {
          definirTitre(e.target.value)
          definirManque(null)
        }}
      />
      {c.terme && <TermeCommun terme={c.terme} regle={regle} changer={definirRegle} />}
      <fieldset>
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <legend className="contents">
            <span className="font-serif text-xl font-semibold">Les centres</span>
          </legend>
          <div className="flex flex-wrap gap-2">
            <CollerValeurs modifications={c.modifications} centres={proposables} poser={coller} />
            {libres.length > 1 && (
              <Bouton
                variante="discret"
                taille="petit"
                onPress={() => {
                  for (const x of tous ? proposables : libres) changer(x.conventionId, { retenu: !tous })
                }}
              >
                {tous
                  ? 'Ne rien choisir'
                  : `Choisir les ${String(libres.length)}${occupes ? ' sans avenant en cours' : ''}`}
              </Bouton>
            )}
          </div>
        </div>
        {occupes > 0 && (
          <Encart
            ton="vigilance"
            className="mb-4"
            titre={`${compter(occupes, 'centre a', 'centres ont')} déjà un avenant en cours sur les mêmes passages`}
          >
            <p>
              Le premier signé obligera l’autre à être repris ou arrêté. Laissez ces centres de côté, ou
              cochez-les en connaissance de cause.
            </p>
          </Encart>
        )}
        <ul className="border-t border-trait">
          {c.centres.map((x) => (
            <LigneCentre
              key={`${x.conventionId}-${String(collages)}`}
              centre={x}
              modifications={c.modifications}
              terme={c.terme}
              choix={de(x.conventionId)}
              commun={termeDe(x)}
              changer={(partiel) => changer(x.conventionId, partiel)}
            />
          ))}
        </ul>
        {c.total > c.centres.length && (
          <p className="mt-3 text-sm text-encre-2">
            {`Les ${String(c.centres.length)} premières conventions sur ${String(c.total)} sont montrées.`}
          </p>
        )}
      </fieldset>
      <div className="z-10 -mx-3 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-trait bg-fond px-3 py-4 sm:sticky sm:bottom-0 sm:mx-0 sm:px-0">
        <p role="status" className="min-w-56 flex-1 font-medium">
          {retenus.length === 0
            ? 'Aucun centre choisi'
            : `${compter(retenus.length, 'centre choisi', 'centres choisis')}${alertes ? `, dont ${String(alertes)} à finir à la main` : ''}${malgre ? `, ${String(malgre)} malgré un avenant en cours` : ''}. Un avenant s’ouvre à chacun ; rien n’est encore envoyé.`}
        </p>
        <Bouton type="submit" attente={attente} isDisabled={retenus.length === 0}>
          Préparer les avenants
        </Bouton>
      </div>
    </form>
  )
}
