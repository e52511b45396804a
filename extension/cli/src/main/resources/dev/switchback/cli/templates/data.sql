-- {{impact}} = rows of {{table}} change, and are locked until the migration ends
-- {{risk}} = other writers of these rows wait as long
-- {{rollback}} = {{undo}} gives the rows their old values
UPDATE {{table}} SET {{new-values}} WHERE {{old-rows}};
