export { caracteresSansDessin } from './polices'
export { type RenduPdf, rendrePdf, rendrePdfDetaille } from './rendu'
export { ErreurRenduPdf } from './verification'
