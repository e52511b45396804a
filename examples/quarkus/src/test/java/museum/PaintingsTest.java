package museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.Seeded;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Each test begins with the rows of the file, whatever the one before it has written. */
@QuarkusTest
@QuarkusTestResource(MuseumDatabase.class)
class PaintingsTest {

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    MigrationCount count;

    @TestHTTPResource("/paintings")
    @SuppressWarnings("NullAway.Init")
    URI paintings;

    Seeded museum;

    @BeforeEach
    void putBackTheRows() {
        museum = Fixtures.load("paintings.yaml").into(database);
    }

    @RepeatedTest(2)
    void aPaintingIsAdded() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(paintings).POST(BodyPublishers.ofString("Woman with a Fan")));

        assertThat(send(HttpRequest.newBuilder(paintings)))
                .isEqualTo("The Monk by the Sea, Woman with a Fan, Young Hare");
    }

    @Test
    void aPaintingIsFoundByTheKeyOfItsRow() {
        Painting hare = entities.find(Painting.class, museum.id("painting", "hare", Long.class));

        assertThat(hare.room()).isEqualTo(3);
    }

    @Test
    void flywayFindsNothingToDo() {
        assertThat(count.runs()).isOne();
        assertThat(count.migrations()).isZero();
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
