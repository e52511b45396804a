CREATE ROLE of_migration;
