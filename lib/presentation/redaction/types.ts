/** Types des lectures que les composants ont le droit de connaître. */
export type { FichesConsultees } from '../../domaine/acte/fiches'
export type {
  ConventionLue,
  ParametreLu,
  PartieLue,
  SignataireLu,
  UniteLue,
} from '../../lectures/convention/lire-convention'
