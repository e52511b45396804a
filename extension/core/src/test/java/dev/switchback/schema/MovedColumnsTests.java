package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovedColumnsTests {

    @Test
    void oneColumnStandsLast() {
        assertThat(MovedColumns.between(List.of("id", "name", "born"), List.of("id", "born", "name")))
                .isEqualTo(new MovedColumns("name after id", "name last"));
    }

    @Test
    void theFirstColumnStandsLast() {
        assertThat(MovedColumns.between(List.of("id", "name", "born"), List.of("name", "born", "id")))
                .isEqualTo(new MovedColumns("id first", "id last"));
    }

    @Test
    void neighboursAreNamedTogether() {
        assertThat(MovedColumns.between(
                        List.of("id", "title", "text", "author", "link", "made"),
                        List.of("id", "author", "made", "title", "text", "link")))
                .isEqualTo(new MovedColumns("title, text after id, link after author", "title, text, link last"));
    }

    @Test
    void whatWasAddedAgainBehindThemMovedAsWell() {
        assertThat(MovedColumns.between(List.of("id", "name", "born"), List.of("name", "id", "born")))
                .isEqualTo(new MovedColumns("id first, born after name", "id, born last"));
    }
}
