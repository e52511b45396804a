UPDATE {{table}} SET {{old-values}} WHERE {{new-rows}};
