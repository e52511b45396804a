package dev.switchback.statements;

import java.sql.SQLException;
import java.util.List;

/**
 * A session in which statements are tried. Implemented by each product. Used by one thread; the caller rolls back after each call.
 */
public interface StatementSession {

    /**
     * Has the session act as another role from now on.
     *
     * @return whether there is such a role
     */
    boolean become(String role) throws SQLException;

    /**
     * Has the server prepare a statement, without running it, and says which columns its result has.
     *
     * @param call the types of its parameters; their values do not matter
     * @throws SQLException if the server refuses it
     */
    List<ResultColumn> prepare(ApplicationStatement statement, List<StatementValue> call) throws SQLException;

    /**
     * Has the server plan a statement, without running it, as far as it can without values: rights are checked, and what else is
     * looked for only then.
     *
     * @throws SQLException if the server refuses it
     */
    void plan(ApplicationStatement statement, List<StatementValue> call) throws SQLException;

    /**
     * Runs a statement.
     *
     * @param call the values of its parameters, all known
     * @throws SQLException if the server refuses it
     */
    void run(ApplicationStatement statement, List<StatementValue> call) throws SQLException;
}
