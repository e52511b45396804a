package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;

/** Assertions on a domain; see {@link SchemaAssert#domain}. */
public class DomainAssert extends OwnedAssert<DomainAssert> {

    /** Begins assertions on a domain alone, without its check constraints. */
    public DomainAssert(SchemaObject actual) {
        super(actual, DomainAssert.class);
    }

    /** Is made of this type; see {@link ColumnAssert#hasType}. */
    public DomainAssert hasType(String type) {
        return hasValue("type", type, attribute("type"), this::sameType);
    }

    /** Is made of another type. */
    public DomainAssert doesNotHaveType(String type) {
        return hasOtherType(type);
    }

    /** The domain is {@code not null}. */
    @Override
    public DomainAssert isNotNull() {
        return isInState("nullability", "not null", "nullable");
    }

    /** The domain may be null. */
    public DomainAssert isNullable() {
        return isInState("nullability", "nullable", "nullable");
    }

    /** Has a default that means this. */
    public DomainAssert hasDefault(String expression) {
        return hasValue("default", expression, attribute("default"), this::sameExpression);
    }

    /** Has no default. */
    public DomainAssert hasNoDefault() {
        return hasNone("default", attribute("default"));
    }

    /** Goes to a check constraint by its name. */
    public CheckAssert<DomainAssert> check(String name) {
        return go(CheckAssert<DomainAssert>::new, children(ObjectKind.CHECK).byName(name));
    }

    /** Has a check constraint that means this, under any name. */
    public DomainAssert hasCheck(String expression) {
        return CheckConstraints.has(this, children(ObjectKind.CHECK).ofKind(), expression);
    }

    /** Has no check constraint that means this. */
    public DomainAssert doesNotHaveCheck(String expression) {
        return CheckConstraints.hasNot(
                this, List.of("value"), children(ObjectKind.CHECK).ofKind(), expression);
    }
}
