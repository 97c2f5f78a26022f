import { type Deposer, DepotScan, type FichierDepose } from '@/components/conventions/depot-scan'
import { RAPPEL_PATIENT } from '@/components/organisation/rappel-patient'
import { Champ } from '@/components/ui/champ'
import { ZoneTexte } from '@/components/ui/zone-texte'

export type Complement = { commentaire: string; preuveLien: string; preuve: FichierDepose | null }
export const SANS_COMPLEMENT: Complement = { commentaire: '', preuveLien: '', preuve: null }

type Proprietes = {
  complement: Complement
  onChange: (c: Complement) => void
  deposer: Deposer
  /** Nom de la preuve déjà jointe. */
  deja?: string | null
}

/** Ce qui explique une mesure : un commentaire, et sa preuve, par un lien ou un fichier. Jamais un patient. */
export function ChampsComplement({ complement: c, onChange, deposer, deja }: Proprietes) {
  return (
    <div className="flex flex-col gap-4">
      <ZoneTexte
        libelle="Commentaire"
        aide={`Lu des deux côtés. ${RAPPEL_PATIENT}`}
        rows={2}
        maxLength={1_000}
        value={c.commentaire}
        onChange={(e) => onChange({ ...c, commentaire: e.target.value })}
      />
      <Champ
        libelle="Preuve en ligne"
        aide="Adresse du document, commençant par https."
        type="url"
        inputMode="url"
        value={c.preuveLien}
        onChange={(e) => onChange({ ...c, preuveLien: e.target.value })}
      />
      <DepotScan
        libelle={deja ? `Remplacer « ${deja} »` : 'Preuve en fichier'}
        aide="PDF, JPEG, PNG ou TIFF, 20 Mo au plus. Aucune donnée de patient, ni nom, ni initiales, ni numéro de dossier."
        depose={c.preuve}
        onDepose={(preuve) => onChange({ ...c, preuve })}
        deposer={deposer}
      />
    </div>
  )
}
