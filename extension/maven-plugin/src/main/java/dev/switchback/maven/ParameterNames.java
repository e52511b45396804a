package dev.switchback.maven;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The options of the command line in a text, by the names that they have in a pom. */
final class ParameterNames {

    private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--([a-z]+(?:-[a-z]+)*)(?![-\\w])");
    private static final Pattern HELP = Pattern.compile("(?m)^Its options are told by: switchback (\\S+) --help$");

    private static final Map<String, String> OTHERS = Map.of(
            "config", "<configFiles>",
            "placeholder", "<placeholders>",
            "update", "-Dswitchback.golden=update");

    private ParameterNames() {}

    static String in(String text) {
        return OPTION.matcher(HELP.matcher(text)
                        .replaceAll("Its parameters are told by: mvn switchback:help -Ddetail -Dgoal=$1"))
                .replaceAll(ParameterNames::parameter);
    }

    private static String parameter(MatchResult option) {
        return OTHERS.getOrDefault(option.group(1), "<" + of(option.group(1)) + ">");
    }

    private static String of(String option) {
        return Pattern.compile("-(.)").matcher(option).replaceAll(each -> each.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
