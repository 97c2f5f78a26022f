-- Un équipement se corrige à plusieurs : chaque ligne porte sa version, comme une fonction ou un besoin.
ALTER TABLE "equipement" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_periode" CHECK ("jusqua" IS NULL OR "depuis" IS NULL OR "depuis" <= "jusqua");
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_quantite" CHECK ("quantite" IS NULL OR "quantite" > 0);
