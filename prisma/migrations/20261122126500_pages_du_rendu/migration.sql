-- Page de chaque titre dans le PDF gardé : le sommaire du Word les reprend sans refaire la mise en page.
ALTER TABLE "rendu" ADD COLUMN "pages" JSONB;
