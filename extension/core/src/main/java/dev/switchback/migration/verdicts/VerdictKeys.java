package dev.switchback.migration.verdicts;

import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.script.ScriptText;
import dev.switchback.text.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which verdicts are kept: digests of everything that a verdict follows from. Where something of that cannot be
 * known, there is no key.
 *
 * @param ways by the number of migrations behind, the key of the state there; those that are missing at the end have none
 * @param steps the keys of the steps; {@code null} for one that has none
 * @param firstDefault the index of the first migration that gives a column a default by the clock; the number of them if none
 *     does
 * @param reasons why keys are missing, one line each
 */
record VerdictKeys(List<String> ways, List<@Nullable String> steps, int firstDefault, List<String> reasons) {

    /** Placeholders of Flyway's own that are others in every run or on every machine. */
    private static final Pattern CHANGING_PLACEHOLDER =
            Pattern.compile("flyway.{1,3}(timestamp|database|workingdirectory)", Pattern.CASE_INSENSITIVE);

    /** Follows a history from its beginning. */
    static final class Making {

        private final VerdictInputs inputs;
        private final ChanceInHistory chance;
        private final List<String> ways = new ArrayList<>();
        private final List<@Nullable String> steps = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private int firstDefault = Integer.MAX_VALUE;

        Making(VerdictInputs inputs, VerdictDialect dialect) {
            this.inputs = inputs;
            this.chance =
                    new ChanceInHistory(dialect, inputs.settings().excluded().isEmpty());
        }

        /**
         * The keys of all migrations.
         *
         * @param base all that they have in common
         */
        VerdictKeys from(String base) {
            MigrationScripts scripts = inputs.scripts();
            Optional<String> beside = besideScripts();
            beside.ifPresent(reasons::add);
            if (beside.isEmpty()) {
                ways.add(new Digest()
                        .add(base)
                        .addAll(scripts.callbackScripts(inputs.configuration()).stream()
                                .map(script -> ScriptFacts.of(script, scripts))
                                .toList())
                        .hex());
            }
            for (ScriptPair pair : scripts.pairs()) {
                goUp(pair);
                steps.add(ways.size() > steps.size() + 1 ? step(pair) : null);
            }
            return new VerdictKeys(
                    List.copyOf(ways),
                    inputs.isOneVerdict() ? one() : steps,
                    Math.min(firstDefault, steps.size()),
                    reasons);
        }

        /** Why nothing is known of what runs beside the migrations. */
        private Optional<String> besideScripts() {
            Optional<String> unknown = new FlywayFacts(inputs.configuration()).unknown();
            if (unknown.isPresent()) {
                return unknown;
            }
            String initSql = Objects.requireNonNullElse(inputs.configuration().getInitSql(), "");
            String word = word(initSql);
            word = word.isEmpty() ? chance.inUndo(initSql) : word;
            if (!word.isEmpty()) {
                return Optional.of("initSql holds " + word);
            }
            return inputs.scripts().callbackScripts(inputs.configuration()).stream()
                    .flatMap(script -> everyTime(script).stream())
                    .findFirst();
        }

        private void goUp(ScriptPair pair) {
            if (ways.size() != steps.size() + 1) {
                return;
            }
            Optional<String> why = changing(pair.up(), chance::next);
            if (chance.hasDefaults()) {
                firstDefault = Math.min(firstDefault, steps.size());
            }
            if (why.isPresent()) {
                reasons.add(
                        why.get() + ", so steps from " + pair.migration().displayName() + " on are judged every time");
                return;
            }
            ways.add(Digest.of(
                    ways.get(steps.size()),
                    pair.migration().version(),
                    pair.migration().description(),
                    ScriptFacts.of(pair.up(), inputs.scripts())));
        }

        private @Nullable String step(ScriptPair pair) {
            Optional<Script> undo = pair.undo();
            Optional<String> why = undo.flatMap(this::everyTime);
            boolean meetsRepeatables =
                    isNewest(pair) && !inputs.scripts().repeatables().isEmpty();
            if (why.isEmpty() && meetsRepeatables) {
                why = inputs.scripts().repeatableScripts(inputs.configuration()).stream()
                        .flatMap(script -> everyTime(script).stream())
                        .findFirst();
            }
            if (why.isPresent()) {
                reasons.add(why.get() + ", so " + pair.migration().displayName() + " is judged every time");
                return null;
            }
            return new Digest()
                    .add(ways.get(steps.size() + 1))
                    .add(pair.undoName())
                    .add(undo.map(script -> ScriptFacts.of(script, inputs.scripts()))
                            .orElse(""))
                    .addAll(
                            meetsRepeatables
                                    ? inputs.scripts().repeatableScripts(inputs.configuration()).stream()
                                            .map(script -> ScriptFacts.of(script, inputs.scripts()))
                                            .toList()
                                    : List.of())
                    .hex();
        }

        private boolean isNewest(ScriptPair pair) {
            List<ScriptPair> all = inputs.scripts().pairs();
            return all.get(all.size() - 1).equals(pair);
        }

        /** The same for a script that runs beside the migrations: it may not even give columns a default by the clock. */
        private Optional<String> everyTime(Script script) {
            return changing(script, chance::inUndo);
        }

        /** In mode FULL all is one way, and one verdict follows from all of it. */
        private List<@Nullable String> one() {
            boolean areAll = !chance.hasDefaults() && steps.stream().allMatch(Objects::nonNull);
            if (chance.hasDefaults()) {
                reasons.add("columns have defaults by the clock");
            }
            List<@Nullable String> keys = new ArrayList<>();
            String all = areAll
                    ? new Digest()
                            .addAll(steps.stream().map(String::valueOf).toList())
                            .hex()
                    : "";
            for (int i = 0; i < steps.size(); i++) {
                keys.add(areAll ? Digest.of(all, Integer.toString(i)) : null);
            }
            return keys;
        }

        /**
         * Why a script is another one in every run, does something that others on the server may do, too, or depends on chance.
         *
         * @param byChance gives the words of the code that depend on chance; empty for none
         */
        private Optional<String> changing(Script script, UnaryOperator<String> byChance) {
            if (script instanceof Script.Java) {
                return Optional.of(script.name() + " is Java");
            }
            String text = script.text();
            String word = word(text);
            word = word.isEmpty() ? byChance.apply(code(text)) : word;
            return word.isEmpty() ? Optional.empty() : Optional.of(script.name() + " holds " + word);
        }

        private String word(String text) {
            if (CHANGING_PLACEHOLDER.matcher(text).find()) {
                return "a placeholder that is another one in every run";
            }
            String table = inputs.configuration().getTable().toLowerCase(Locale.ROOT);
            if (text.toLowerCase(Locale.ROOT).contains(table)) {
                return "the name of Flyway's history";
            }
            return inputs.language().concernsServer(text) ? "what concerns the whole server" : "";
        }

        /** The script as the server gets it, as far as that can be known before: placeholders are what they are set to. */
        private String code(String script) {
            StringBuilder text = new StringBuilder(script);
            inputs.configuration().getPlaceholders().values().forEach(value -> text.append("\n")
                    .append(value));
            return ScriptText.withoutComments(text.toString());
        }
    }

    /** The key of a step, by its place. */
    Optional<String> step(int index) {
        return Optional.ofNullable(steps.get(index));
    }

    /** The key of the state after some migrations. */
    Optional<String> after(int count) {
        return count < ways.size() ? Optional.of(ways.get(count)) : Optional.empty();
    }
}
