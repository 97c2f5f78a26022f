// Remplace `server-only` dans les tests, qui tournent hors de Next.
export {}
