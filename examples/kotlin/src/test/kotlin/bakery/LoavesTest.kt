package bakery

import dev.switchback.ExpectedFixtures
import dev.switchback.SeededFixtures
import dev.switchback.TestDatabase
import dev.switchback.fixture.Seeded
import java.sql.Connection
import javax.sql.DataSource
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@TestDatabase
@SeededFixtures("loaves.yaml")
class LoavesTest {

    @Test
    fun `cheap loaves are found`(connection: Connection) {
        assertThat(Loaves(connection).cheaperThan("3.00".toBigDecimal())).containsExactly("Wheat")
    }

    @Test
    @ExpectedFixtures("dearer-wheat.yaml")
    fun `a price is changed`(connection: Connection, bakery: Seeded) {
        Loaves(connection).reprice(bakery.id("loaf", "wheat"), "3.00".toBigDecimal())
    }

    @Test
    @TestDatabase(readOnly = [true])
    fun `other sessions see the same rows`(database: DataSource) {
        database.connection.use { assertThat(Loaves(it).cheaperThan("9.00".toBigDecimal())).hasSize(2) }
    }
}
