package dev.switchback.spring;

import jakarta.persistence.Cache;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The state that JPA keeps of a database outside of it. */
final class EntityManagers {

    private EntityManagers() {}

    /** Forgets cached rows and reserved numbers. */
    static void forgetRows(ContextApplication application) {
        boolean isHibernate = application.isPresent("org.hibernate.SessionFactory");
        application.made(EntityManagerFactory.class).forEach(factory -> {
            Cache cache = factory.getCache();
            if (cache != null) {
                cache.evictAll();
            }
            if (isHibernate) {
                HibernateMemory.forget(factory);
            }
        });
    }

    /** Writes what the running transaction's entity managers hold. */
    static void flush(ContextApplication application) {
        application.made(EntityManagerFactory.class).forEach(factory -> {
            if (TransactionSynchronizationManager.getResource(factory) instanceof EntityManagerHolder holder
                    && holder.getEntityManager().isJoinedToTransaction()) {
                holder.getEntityManager().flush();
            }
        });
    }
}
