package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.schema.AttributeNames;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on any object of a schema. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 * @param <PARENT> what {@link #and()} leads back to
 */
public abstract class ObjectAssert<SELF extends ObjectAssert<SELF, PARENT>, PARENT>
        extends SwitchbackAssert<SELF, SchemaObject> {

    private AssertionContext site = AssertionContext.of(Schema.none());
    private @Nullable PARENT parent;
    private String label = "";
    private boolean missing;

    ObjectAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
        if (actual != null) {
            describe();
        }
    }

    void arrive(AssertionContext shared, PARENT from, boolean isMissing) {
        site = shared;
        parent = from;
        missing = isMissing;
        label = from instanceof SwitchbackAssert<?, ?> origin ? origin.label() : "";
        describe();
    }

    /**
     * Back to where this object was reached from: from a column to its table.
     *
     * @throws IllegalStateException if it was not reached from anywhere
     */
    public PARENT and() {
        if (parent == null) {
            throw new IllegalStateException("There is nothing to go back to: the assertion begins here.");
        }
        return parent;
    }

    /** Has this comment, to the letter. */
    public SELF hasComment(String comment) {
        return hasValue("comment", comment, attribute("comment"), String::equals);
    }

    /** Has no comment. */
    public SELF hasNoComment() {
        return hasNone("comment", attribute("comment"));
    }

    /**
     * Has an attribute with this value, to the letter. This is for what has no method of its own.
     *
     * @param attribute one of {@link SchemaObject#attributes()}
     */
    public SELF hasAttribute(String attribute, String value) {
        requireAttribute(attribute);
        ArgumentChecks.text("value", value);
        return require(
                value.equals(attribute(attribute)), () -> Mismatch.attribute(attribute, value, actual.attributes()));
    }

    /** Has no such attribute, because it is as usual. */
    public SELF doesNotHaveAttribute(String attribute) {
        requireAttribute(attribute);
        return hasNone(attribute, attribute(attribute));
    }

    private void requireAttribute(String attribute) {
        ArgumentChecks.text("attribute", attribute);
        Set<String> known = AttributeNames.of(actual.kind());
        refuse(
                !known.contains(attribute) && !actual.attributes().containsKey(attribute),
                () -> "%s can have no attribute %s.%s"
                        .formatted(actual.name(), attribute, NearestName.questionOrList(attribute, known, "")));
    }

    /** Describes the assertion; the object's name is added. */
    @Override
    public SELF describedAs(Description description) {
        label = Description.emptyIfNull(description).value();
        return super.describedAs(new TextDescription("%s", described()));
    }

    @Override
    AssertionContext site() {
        return site;
    }

    @Override
    String label() {
        return label;
    }

    @Override
    @Nullable
    String overridden() {
        String own = super.overridden();
        return own == null && parent instanceof SwitchbackAssert<?, ?> origin ? origin.overridden() : own;
    }

    @Override
    SELF require(boolean holds, Supplier<Mismatch> mismatch) {
        return super.require(missing || holds, mismatch);
    }

    @Override
    <A extends ObjectAssert<A, SELF>> A go(Function<SchemaObject, A> assertion, Found found) {
        return missing
                ? arrive(assertion, new Found(found.object(), Optional.of(Mismatch.none("", ""))))
                : super.go(assertion, found);
    }

    SchemaObject object() {
        return actual;
    }

    /** Refuses what a test gives, unless the object is not there: that was said already. */
    void refuse(boolean isWrong, Supplier<String> why) {
        if (isWrong && !missing) {
            throw new IllegalArgumentException(why.get());
        }
    }

    /** Refuses an expression that should not be there if it is none, or names something that is only like one of these names. */
    void refuseUnlike(List<String> names, String expression) {
        refuse(Mentions.isCutOff(expression), () -> "%s is no whole expression.".formatted(expression));
        Mentions.unlike(names, expression)
                .ifPresent(name -> refuse(true, () -> "%s speaks of %s, which is not there.%s"
                        .formatted(expression, name, NearestName.question(name, names))));
    }

    String attribute(String name) {
        return actual.attribute(name);
    }

    boolean sameType(String written, String read) {
        return site.language().sameType(written, read);
    }

    boolean sameExpression(String written, String read) {
        return site.language().sameExpression(written, read);
    }

    /** The children of the object of one kind. */
    ObjectLookup children(ObjectKind kind) {
        return new ObjectLookup(kind, site.schema().childrenOf(actual));
    }

    SELF hasValue(String what, String expected, String value, BiPredicate<String, String> same) {
        ArgumentChecks.text(noun(what), expected);
        return require(!value.isEmpty() && same.test(expected, value), () -> Mismatch.value(what, expected, value));
    }

    SELF hasOtherValue(String what, String unexpected, String value, BiPredicate<String, String> same) {
        ArgumentChecks.text(noun(what), unexpected);
        return require(
                value.isEmpty() || !same.test(unexpected, value), () -> Mismatch.notValue(what, unexpected, value));
    }

    SELF hasOtherType(String type) {
        ArgumentChecks.text("type", type);
        KnownTypes.check(site, type);
        return hasOtherValue("type", type, attribute("type"), this::sameType);
    }

    /** The object that is asked for, without the words that fit it into a sentence. */
    private static String noun(String what) {
        return what.replaceFirst("^(a|the) ", "").replaceFirst(" (as|by|with)$", "");
    }

    SELF hasNone(String what, String value) {
        return require(value.isEmpty(), () -> Mismatch.none(what, value));
    }

    /** Is in a state that an attribute says, or in the usual one. */
    SELF isInState(String attribute, String expected, String usual) {
        String value = attribute(attribute).isEmpty() ? usual : attribute(attribute);
        return require(value.equals(expected), () -> Mismatch.state(expected, value));
    }

    /** Has a list of names, in this order. */
    SELF hasNames(String what, String attribute, String... given) {
        List<String> names = ArgumentChecks.names(what.substring(0, what.length() - 1), given);
        List<String> there = names(attribute(attribute));
        return require(there.equals(names), () -> Mismatch.names(what, names, there));
    }

    static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(", "));
    }

    private void describe() {
        info.description(new TextDescription("%s", described()));
    }

    private String described() {
        return label.isEmpty() ? actual.name().toString() : label + ": " + actual.name();
    }
}
