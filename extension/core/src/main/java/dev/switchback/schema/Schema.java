package dev.switchback.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * An immutable model of a database's catalog.
 *
 * <p>Two schemas are equal if they hold equal objects, wherever they were read.
 */
public final class Schema {

    private static final Schema NONE = Schema.of("", "", List.of(), List.of());

    /** Of no product: what is equal is the same. */
    private static final SqlLanguage NO_LANGUAGE = new SqlLanguage() {};

    private final String product;
    private final String origin;
    private final List<String> notInspected;
    private final ObjectIndex index;

    private Schema(String product, String origin, ObjectIndex index, List<String> notInspected) {
        this.product = product;
        this.origin = origin;
        this.notInspected = List.copyOf(notInspected);
        this.index = index;
    }

    /**
     * Creates a schema. For a {@link CatalogReader}.
     *
     * @param product whose language the definitions are in, as {@link
     *     java.sql.DatabaseMetaData#getDatabaseProductName()} says it; empty if there are none
     * @param origin the database in which the objects' identities hold, worldwide unique; empty if they hold nowhere
     * @param objects the objects in any order
     * @param notInspected what the reader leaves out, a line each
     * @throws IllegalArgumentException if two objects have the same name
     */
    public static Schema of(
            String product, String origin, Collection<SchemaObject> objects, List<String> notInspected) {
        return new Schema(product, origin, ObjectIndex.of(objects), notInspected);
    }

    /** An empty schema of no product, for use where none was read. */
    public static Schema none() {
        return NONE;
    }

    /** The schema of the same database at another time. For a {@link CatalogReader}. */
    public Schema with(Collection<SchemaObject> all) {
        return Schema.of(product, origin, all, notInspected);
    }

    /** The same schema in a copy of its database, in which objects have the same identities. For a {@link CatalogReader}. */
    public Schema in(String copy) {
        return new Schema(product, copy, index, notInspected);
    }

    /**
     * The schema after some objects were read again. For a {@link CatalogReader}.
     *
     * @param old objects of this schema that are no longer there or have become others
     * @param fresh their replacements
     * @throws IllegalArgumentException if two objects have the same name
     */
    public Schema with(Collection<SchemaObject> old, Collection<SchemaObject> fresh) {
        return new Schema(product, origin, index.replaced(old, fresh), notInspected);
    }

    /**
     * Reads the schema of a database through a connection of its own, in one transaction that is read-only. Any role that may
     * log in can do so.
     *
     * @throws dev.switchback.product.ProductException if the product is not supported
     * @throws SchemaException if its version is not supported, or the catalog cannot be read
     */
    public static Schema read(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw SchemaException.unreadable(e);
        }
    }

    /**
     * Reads the schema as this connection sees it, uncommitted changes included. Settings, transaction and contents
     * stay as they are.
     *
     * @throws dev.switchback.product.ProductException if the product is not supported
     * @throws SchemaException if its version is not supported, or the catalog cannot be read
     */
    public static Schema read(Connection connection) {
        try {
            return CatalogReader.ofProduct(connection.getMetaData().getDatabaseProductName())
                    .read(connection);
        } catch (SQLException e) {
            throw SchemaException.unreadable(e);
        }
    }

    /** All objects, each followed by what belongs to it. */
    public List<SchemaObject> objects() {
        return index.objects();
    }

    /** All objects of one kind. */
    public List<SchemaObject> objects(ObjectKind kind) {
        return objects().stream().filter(object -> object.kind() == kind).toList();
    }

    /** The parts that are missing in this schema, a line each: kinds that are not inspected and objects that were left out. */
    public List<String> notInspected() {
        return notInspected;
    }

    /** The product whose language the definitions are in, as JDBC calls it: {@code PostgreSQL}. */
    public String product() {
        return product;
    }

    /**
     * The meaning of types and expressions in this product.
     *
     * @throws dev.switchback.product.ProductException if the product has no language
     */
    public SqlLanguage language() {
        return product.isEmpty() ? NO_LANGUAGE : SqlLanguage.ofProduct(product);
    }

    /**
     * The whole schema as SQL, object by object; see {@link DdlWriter#script}.
     *
     * @throws dev.switchback.product.ProductException if there is no writer for this product
     */
    public List<SqlBlock> script() {
        return DdlWriter.ofProduct(product).script(this);
    }

    /** The database in which the objects' identities hold; empty if they hold nowhere. */
    public String origin() {
        return origin;
    }

    /**
     * Looks for an object.
     *
     * @param name as much of the name as is needed to be unique: {@code id}, {@code orders.id} or {@code
     *     public.orders.id}
     * @throws IllegalArgumentException if several objects are meant
     */
    public Optional<SchemaObject> find(ObjectKind kind, String name) {
        return index.find(kind, name);
    }

    /**
     * The object of this name, which is given as for {@link #find}.
     *
     * @throws IllegalArgumentException if there is none, with the names nearest to it, or if several are meant
     */
    public SchemaObject get(ObjectKind kind, String name) {
        return index.get(kind, name);
    }

    /**
     * A table with what belongs to it.
     *
     * @param name {@code orders} or {@code public.orders}
     * @throws IllegalArgumentException if there is none, with the names nearest to it, or if several are meant
     */
    public Table table(String name) {
        return new Table(index.get(ObjectKind.TABLE, name), this);
    }

    /** The children of an object, such as a table's columns and indexes. */
    public List<SchemaObject> childrenOf(SchemaObject parent) {
        return index.childrenOf(parent);
    }

    /** The parent of a name, such as a column's table; empty if it belongs to nothing, or that is not here. */
    public Optional<SchemaObject> parentOf(ObjectName name) {
        return index.parentOf(name);
    }

    /**
     * This schema without the objects whose qualified names match a pattern, and without all that belongs to them: a
     * table goes with its columns, indexes, constraints, triggers, policies and the sequences it owns, a schema with
     * everything in it.
     *
     * @param patterns qualified names in which {@code *} stands for any characters: {@code public.audit_*}
     * @throws IllegalArgumentException if a pattern leaves out everything
     */
    public Schema without(Collection<String> patterns) {
        if (patterns.isEmpty()) {
            return this;
        }
        Exclusion exclusion = new Exclusion(patterns);
        List<String> left = new ArrayList<>(notInspected);
        left.addAll(exclusion.remarks());
        return new Schema(product, origin, index.replaced(exclusion.from(this), List.of()), left);
    }

    /** This schema without the objects that match; see {@link #without(Collection)}. */
    public Schema without(String... patterns) {
        return without(List.of(patterns));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Schema that && objects().equals(that.objects()));
    }

    @Override
    public int hashCode() {
        return objects().hashCode();
    }

    @Override
    public String toString() {
        return "schema of " + objects().size() + " objects";
    }
}
