export {
  intituleDuTitre,
  normaliserPourComparaison,
  texteDesFragments,
  texteDuBloc,
  texteDuDocument,
} from './texte-du-document'
