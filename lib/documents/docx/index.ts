export { type OptionsDocx, rendreDocx } from './rendu'
