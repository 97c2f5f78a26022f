'use client'

import type { UtilisateurLu } from '@/lib/lectures/administration/utilisateurs'
import type { ActionsCompte } from './actions-compte'
import { Confirmation } from './confirmation'

type Proprietes = {
  utilisateur: UtilisateurLu
  fermer: ActionsCompte['fermerCompte']
  rouvrir: ActionsCompte['rouvrirCompte']
}

/** Ferme ou rouvre le compte ; la conséquence se lit avant. */
export function EtatCompte({ utilisateur: u, fermer, rouvrir }: Proprietes) {
  const designation = { utilisateurId: u.id, version: u.version }
  return (
    <section aria-labelledby="titre-etat">
      <h2 id="titre-etat" className="mb-3 font-serif text-xl font-semibold">
        {u.etat === 'ferme' ? 'Rouvrir le compte' : 'Fermer le compte'}
      </h2>
      {u.soiMeme ? (
        <p className="text-encre-2">C’est le vôtre&nbsp;: un autre administrateur peut le fermer.</p>
      ) : u.etat === 'ferme' ? (
        <Confirmation
          bouton="Rouvrir le compte"
          titre={`Rouvrir le compte de ${u.nom} ?`}
          confirmer="Rouvrir le compte"
          action={() => rouvrir(designation)}
        >
          <p>
            {u.nom} pourra se connecter avec le même mot de passe et retrouvera les habilitations encore en
            cours.
          </p>
        </Confirmation>
      ) : (
        <>
          <p className="mb-4 max-w-lecture text-encre-2">
            Un compte ne s’efface pas&nbsp;: le journal des conventions garde le nom de qui a agi.
          </p>
          <Confirmation
            variante="danger"
            bouton="Fermer le compte"
            titre={`Fermer le compte de ${u.nom} ?`}
            confirmer="Fermer le compte"
            action={() => fermer(designation)}
          >
            <p>
              {u.nom} ne pourra plus se connecter. {phraseSessions(u.sessionsOuvertes)} Tout lien d’accès en
              cours sera annulé.
            </p>
            <p>Ce que cette personne a écrit reste en place. Vous pourrez rouvrir le compte.</p>
          </Confirmation>
        </>
      )}
    </section>
  )
}

function phraseSessions(nombre: number): string {
  if (nombre === 0) return 'Aucune session n’est ouverte.'
  return nombre === 1
    ? 'Sa session ouverte sera coupée aussitôt.'
    : `Ses ${nombre} sessions ouvertes seront coupées aussitôt.`
}
