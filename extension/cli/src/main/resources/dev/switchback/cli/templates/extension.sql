-- {{impact}} = the objects of the extension {{extension}}
-- {{risk}} = none where the server has its files and the role may create it
-- {{rollback}} = {{undo}} drops the extension
CREATE EXTENSION {{extension}};
