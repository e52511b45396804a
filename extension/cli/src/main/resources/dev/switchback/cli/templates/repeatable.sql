-- {{impact}} = the view {{view}}
-- {{risk}} = none while its columns stay those that they are
-- {{rollback}} = run the file as it was before
CREATE OR REPLACE VIEW {{view}} AS {{query}};
