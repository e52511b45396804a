package dev.switchback.lint.settings;

import dev.switchback.lint.LintException;
import dev.switchback.lint.settings.YamlNode.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML file of settings into its nodes. */
final class YamlFile {

    private static final Set<String> NULL = Set.of("null", "~");

    private final String name;
    private final Iterator<Event> events;

    private YamlFile(String name, String text) {
        this.name = name;
        this.events =
                new Parse(LoadSettings.builder().build()).parseString(text).iterator();
    }

    /**
     * The only document; empty if the file holds none.
     *
     * @throws LintException if it is not YAML, or has aliases or several documents
     */
    static Optional<YamlNode> read(String name, String text) {
        try {
            return new YamlFile(name, text).document();
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse(name);
            throw new LintException(
                    "%s: this is not YAML: %s. Check the indentation, colons and quotes here and above."
                            .formatted(place, String.valueOf(e.getProblem()).strip()),
                    e);
        } catch (YamlEngineException e) {
            throw new LintException("%s is not YAML: %s".formatted(name, e.getMessage()), e);
        }
    }

    private Optional<YamlNode> document() {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        YamlNode root = node(events.next());
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new LintException(place(end) + ": a second document begins here. Settings are one document.");
        }
        return Optional.of(root);
    }

    private YamlNode node(Event event) {
        String place = place(event);
        if (event instanceof ScalarEvent scalar) {
            String text = scalar.getValue();
            return new YamlNode.Scalar(scalar.isPlain() && NULL.contains(text) ? "" : text, place);
        } else if (event instanceof SequenceStartEvent) {
            List<YamlNode> items = new ArrayList<>();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                items.add(node(next));
            }
            return new YamlNode.Items(items, place);
        } else if (event instanceof MappingStartEvent) {
            return fields(place);
        } else if (event instanceof AliasEvent) {
            throw new LintException(place + ": settings have no aliases. Write the value once more.");
        }
        throw new LintException(place + ": this is not understood.");
    }

    private YamlNode fields(String place) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            String at = place(next);
            if (!(next instanceof ScalarEvent key)) {
                throw new LintException(at + ": a name must be a text, but here begins something else.");
            }
            if (!names.add(key.getValue())) {
                throw new LintException("%s: %s is here for the second time.".formatted(at, key.getValue()));
            }
            fields.add(new Field(key.getValue(), at, node(events.next())));
        }
        return new YamlNode.Fields(fields, place);
    }

    private String place(Event event) {
        return event.getStartMark()
                .map(mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse(name);
    }
}
