/** Joint des classes, sans les vides. */
export const joindre = (...classes: (string | false | null | undefined)[]): string =>
  classes.filter(Boolean).join(' ')
