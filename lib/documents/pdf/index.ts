export { caracteresSansDessin } from './polices'
export { ErreurRenduPdf, rendrePdf } from './rendu'
