ALTER TABLE ${prefix}person ADD tier text NOT NULL DEFAULT '${grade}';
