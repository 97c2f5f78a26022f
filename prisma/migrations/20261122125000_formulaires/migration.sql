-- Une annexe de nature formulaire porte le formulaire vierge lui-même, pas seulement sa description. Le fichier est
-- rattaché à l'acte : les règles de lecture et d'écriture de « fichier » valent pour lui sans en ajouter. Un fichier
-- cité par un texte ne se supprime pas.
ALTER TABLE "unite" ADD COLUMN "fichier_id" UUID;
ALTER TABLE "unite" ADD CONSTRAINT "unite_fichier_id_fkey"
  FOREIGN KEY ("fichier_id") REFERENCES "fichier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
