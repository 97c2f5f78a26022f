export { caracteresSansDessin } from './polices'
export { rendrePdf } from './rendu'
export { ErreurRenduPdf } from './verification'
