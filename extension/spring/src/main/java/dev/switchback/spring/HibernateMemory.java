package dev.switchback.spring;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;

/** The state that Hibernate keeps of a database: regions of caches, and the numbers that its generators have taken from sequences ahead. */
final class HibernateMemory {

    private HibernateMemory() {}

    static void forget(EntityManagerFactory factory) {
        SessionFactory sessions = factory.unwrap(SessionFactory.class);
        sessions.getCache().evictAllRegions();
        sessions.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(
                        entity -> optimizer(entity.getGenerator()).ifPresent(HibernateMemory::forget));
    }

    private static Optional<Optimizer> optimizer(Generator generator) {
        if (generator instanceof SequenceStyleGenerator sequence) {
            return Optional.ofNullable(sequence.getOptimizer());
        }
        return generator instanceof TableGenerator table ? Optional.of(table.getOptimizer()) : Optional.empty();
    }

    /** Hibernate 7 has a method for this; before, the state is in fields. */
    private static void forget(Optimizer optimizer) {
        try {
            Optional<Method> reset = Stream.of(optimizer.getClass().getMethods())
                    .filter(method -> method.getName().equals("reset") && method.getParameterCount() == 0)
                    .findFirst();
            if (reset.isPresent()) {
                reset.get().invoke(optimizer);
            } else {
                for (Field field : optimizer.getClass().getDeclaredFields()) {
                    if (field.getName().endsWith("TenantState")
                            || field.getName().equals("tenantSpecificState")) {
                        field.setAccessible(true);
                        field.set(optimizer, null);
                    }
                }
            }
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("The numbers that " + optimizer + " has taken ahead stay", e);
        }
    }
}
