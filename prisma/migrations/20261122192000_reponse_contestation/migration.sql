-- Une contestation reçoit une réponse : la mesure est corrigée (correction_mesure), ou maintenue avec un motif.
ALTER TABLE mesure
  ADD COLUMN reponse_motif text,
  ADD COLUMN reponse_le timestamptz(3),
  ADD COLUMN reponse_par_nom text,
  ADD CONSTRAINT mesure_reponse_motivee CHECK (reponse_le IS NULL OR coalesce(reponse_motif, '') <> '');
