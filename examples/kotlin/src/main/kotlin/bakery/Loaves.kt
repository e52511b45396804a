package bakery

import java.math.BigDecimal
import java.sql.Connection

/** The loaves that are baked, and what they cost. */
class Loaves(private val connection: Connection) {

    fun cheaperThan(price: BigDecimal): List<String> =
        connection.prepareStatement("SELECT name FROM loaf WHERE price < ? ORDER BY name").use { query ->
            query.setBigDecimal(1, price)
            query.executeQuery().use { rows ->
                buildList {
                    while (rows.next()) {
                        add(rows.getString("name"))
                    }
                }
            }
        }

    fun reprice(id: Long, price: BigDecimal) =
        connection.prepareStatement("UPDATE loaf SET price = ? WHERE id = ?").use { update ->
            update.setBigDecimal(1, price)
            update.setLong(2, id)
            check(update.executeUpdate() == 1) { "There is no loaf $id" }
        }
}
