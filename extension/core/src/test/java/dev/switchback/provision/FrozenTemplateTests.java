package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Copies are made in the background only when these tests let it work. */
class FrozenTemplateTests {

    private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final AtomicInteger copies = new AtomicInteger();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private boolean isFull;
    private final FrozenTemplate template =
            new FrozenTemplate(this::copy, waiting -> {}, replaced -> {}, background::add);

    private Database copy() {
        if (isFull) {
            throw new ProvisionException("no space");
        }
        String name = "copy_" + copies.incrementAndGet();
        return new ServerDatabase(name, new ServerAddress("jdbc:postgresql:" + name, "", ""), dropped -> {});
    }

    private void take() {
        assertThat(template.clone()).isNotNull();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void oneCopyWaitsForThoseWhoComeSlowly() {
        for (int caller = 1; caller <= 100; caller++) {
            take();
            work();
            assertThat(copies).hasValue(caller + 1);
        }
    }

    @Test
    void moreWaitForThoseWhoFindNone() {
        for (int caller = 0; caller < 10; caller++) {
            take();
            take();
            work();
        }

        assertThat(copies.get() - 20).isEqualTo(MOST);
    }

    @Test
    void neverMoreThanAFewWait() {
        for (int caller = 1; caller <= 200; caller++) {
            take();
            if (caller % 50 == 0) {
                work();
            }
            assertThat(copies.get() - caller).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void fewerWaitWhenThePaceHasSlowedDown() {
        for (int caller = 0; caller < 10; caller++) {
            take();
        }
        work();
        assertThat(copies.get() - 10).isEqualTo(MOST);

        for (int caller = 0; caller < 100 * MOST; caller++) {
            take();
            work();
        }

        assertThat(copies.get() - 10 - 100 * MOST).isEqualTo(1);
    }

    @Test
    void aFailureInTheBackgroundIsToldToTheNextWhoAsks() {
        take();
        isFull = true;
        work();
        assertThatThrownBy(template::clone)
                .isInstanceOf(ProvisionException.class)
                .hasMessage("no space");

        isFull = false;
        work();
        assertThat(template.clone().name()).isEqualTo("copy_2");
    }
}
