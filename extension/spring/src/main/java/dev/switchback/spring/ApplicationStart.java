package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationDatabase;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;

/**
 * The end of an application's start: what it has written until then belongs to every test's rows, and what a test class writes
 * after it does not. Of Spring Boot's applications it is behind their runners.
 */
record ApplicationStart(ApplicationDatabase database, ConfigurableApplicationContext context)
        implements ApplicationListener<ContextRefreshedEvent> {

    /** Registered by Spring Boot before it refreshes a context. */
    private static final String BOOT = "springApplicationArguments";

    private static final String READY = "org.springframework.boot.context.event.ApplicationReadyEvent";

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext() != context) {
            return;
        }
        if (context.getBeanFactory().containsSingleton(BOOT)) {
            // behind all listeners that the application has registered by now
            context.addApplicationListener(new Ready(database));
        } else {
            database.started();
        }
    }

    private record Ready(ApplicationDatabase database) implements ApplicationListener<ApplicationEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event.getClass().getName().equals(READY)) {
                database.started();
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
