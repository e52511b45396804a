package dev.switchback.postgresql.sql;

/**
 * A key of an index or of an exclusion constraint.
 *
 * @param value a column or an expression
 * @param operatorClass empty if none was said
 * @param ordered whether an order was said
 * @param order the order, the usual one if none was said
 * @param operator the operator of an exclusion constraint; empty if none was said
 */
record SortKey(Expression value, String operatorClass, boolean ordered, Expression order, String operator) {

    /** Whether this, which a person wrote, is what the server calls that, as far as anything was said. */
    boolean means(SortKey read) {
        return Meaning.same(value, read.value)
                && (operatorClass.isEmpty() || operatorClass.equals(read.operatorClass))
                && (!ordered || order.equals(read.order))
                && (operator.isEmpty() || operator.equals(read.operator));
    }
}
