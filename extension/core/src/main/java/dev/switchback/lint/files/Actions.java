package dev.switchback.lint.files;

import java.util.Set;

/** The verbs with which descriptions of migrations usually begin. */
final class Actions {

    static final Set<String> KNOWN = Set.of(
            """
            add adjust allow alter analyze append apply archive assign attach backfill baseline bootstrap bring change clean
            cleanup clear cluster collapse comment compact convert copy correct create deactivate dedupe default define delete
            denormalize deprecate detach disable disallow drop duplicate enable encrypt enforce ensure expand extend extract fill
            fix flatten forbid generate grant grow hash import inc include increase index init initial initialize insert install
            introduce invert join limit link load lock lower make mark merge migrate modify move normalize nullify optimize
            partition populate prefix prepare prevent protect prune purge reassign rebuild recalculate recompute recreate reduce
            refactor refresh reindex relax relocate remove rename reorder reorganize repair replace require reset resize restore
            restrict restructure reverse revert revoke rework rewrite save secure seed separate set shorten shrink simplify sort
            split start stop store strip support swap switch sync tighten track transfer transform trim truncate tune unify
            unique unlink unlock unset update upgrade upsert use vacuum validate widen wipe"""
                    .split("\\s+"));

    private Actions() {}
}
