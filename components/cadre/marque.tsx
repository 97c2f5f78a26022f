/** Le signe : deux rives, un trait d'union. */
export function Marque({ taille = 28 }: { taille?: number }) {
  return (
    <svg aria-hidden width={taille} height={taille} viewBox="0 0 28 28" className="shrink-0 text-accent">
      <path d="M5 4v20M23 4v20" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity="0.55" />
      <path d="M9.5 14h9" stroke="currentColor" strokeWidth="4" strokeLinecap="square" />
    </svg>
  )
}
