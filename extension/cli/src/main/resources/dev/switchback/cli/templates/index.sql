-- {{impact}} = {{table}} gets an index, which is built while others read and write
-- {{risk}} = the build takes its time, and leaves an index that is not valid where it breaks off
-- {{rollback}} = {{undo}} drops the index
CREATE INDEX CONCURRENTLY {{index}} ON {{table}} ({{columns}});
