-- {{impact}} = the new table {{table}}; what is there stays as it is
-- {{risk}} = none while nothing uses the table
-- {{rollback}} = {{undo}} drops the table with its rows
CREATE TABLE {{table}} ({{columns}});
