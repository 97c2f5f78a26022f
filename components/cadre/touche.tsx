/** Une touche du clavier. */
export const Touche = ({ children }: { children: string }) => (
  <kbd className="rounded border whitespace-nowrap border-trait-fort bg-surface px-1.5 py-px font-sans text-[0.8125rem] text-encre-2">
    {children}
  </kbd>
)
