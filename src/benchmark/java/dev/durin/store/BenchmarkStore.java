package dev.durin.store;

import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Durin's persistence unit without a server: transactions are the database's own. Thread-safe. */
public final class BenchmarkStore extends EntityStore {

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final LongAdder transactions = new LongAdder();

    /** Makes the tables where they are missing. */
    public BenchmarkStore(DataSource dataSource, Settings settings, TimeSource time, List<Class<?>> entities) {
        // What a server would give it; nothing of that is asked here.
        super(null, null, null, null);
        new Schema(settings, time).prepare(dataSource);
        factory = PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                .getPersistenceProviders()
                .get(0)
                .createContainerEntityManagerFactory(
                        new DurinPersistenceUnit(dataSource, entities),
                        Map.of(
                                "eclipselink.session.customizer",
                                EclipseLinkSettings.class.getName(),
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource",
                                dataSource));
    }

    @Override
    public EntityManager entityManager() {
        return current.get();
    }

    /** How many transactions there were. */
    public long transactions() {
        return transactions.sum();
    }

    /** What runs work in a transaction. */
    @SuppressWarnings("unchecked")
    public OwnTransaction transaction() {
        NewTransaction transaction = new LocalTransaction();
        return new OwnTransaction((Instance<NewTransaction>) Proxy.newProxyInstance(
                BenchmarkStore.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> transaction));
    }

    @Override
    public void close() {
        factory.close();
    }

    /** Where a server has an enterprise bean. */
    private final class LocalTransaction extends NewTransaction {

        @Override
        public <T> T call(Supplier<T> work) {
            transactions.increment();
            try (EntityManager entities = factory.createEntityManager()) {
                current.set(entities);
                entities.getTransaction().begin();
                T result = work.get();
                entities.getTransaction().commit();
                return result;
            } finally {
                current.remove();
            }
        }
    }
}
