package dev.durin.store;

import dev.durin.config.Part;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durin's persistence unit while the application runs. Thread-safe. */
@Part
public class EntityStore {

    /** Each provider knows its own and leaves the others alone. */
    private static final Map<String, String> PROVIDER_PROPERTIES =
            Map.of("eclipselink.session.customizer", "dev.durin.store.EclipseLinkSettings");

    private final DurinDataSource dataSource;
    private final Schema schema;
    private final Instance<EntityClasses> entities;
    private final TransactionEntityManager current;
    private volatile @Nullable EntityManagerFactory factory;

    @Inject
    EntityStore(
            DurinDataSource dataSource,
            Schema schema,
            Instance<EntityClasses> entities,
            TransactionEntityManager current) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.entities = entities;
        this.current = current;
    }

    /**
     * Brings the tables up to date and builds the persistence unit. Called once, while no transaction is active: with
     * one, a provider's look at the tables could break it.
     *
     * @throws dev.durin.config.ConfigurationException when the data source or its tables cannot be used
     */
    public void open() {
        schema.prepare(dataSource.lookup());
        List<Class<?>> classes = entities.stream()
                .flatMap(feature -> feature.entityClasses().stream())
                .toList();
        // Not by ServiceLoader: some servers make their provider known to the resolver only.
        factory = PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                .getPersistenceProviders()
                .get(0)
                .createContainerEntityManagerFactory(
                        new DurinPersistenceUnit(dataSource.lookup(), classes), PROVIDER_PROPERTIES);
    }

    /**
     * The entity manager of the running transaction.
     *
     * @return an entity manager that has joined the transaction and is closed with it
     */
    public EntityManager entityManager() {
        EntityManagerFactory open = factory;
        if (open == null) {
            throw new IllegalStateException(
                    "Durin's store is not open: the application is starting or stopping, or its web.xml has an"
                            + " <absolute-ordering> that names neither <name>durin</name> nor <others/>");
        }
        return current.of(open);
    }

    /**
     * Keeps a row to which a new one will refer from being removed before the running transaction has ended, where the
     * database does not do so by itself.
     *
     * @param table the row's table
     * @param id the row's id
     */
    public void keepReferenced(String table, long id) {
        if (!schema.database().keepsReferencedRows()) {
            lock(table, id);
        }
    }

    /**
     * Keeps others from changing a row, and from making rows that refer to it, until the running transaction has ended. In
     * SQL, for the lock that a provider asks for may let the latter through.
     *
     * @param table the row's table
     * @param id the row's id
     * @return false when there is no such row
     */
    public boolean lock(String table, long id) {
        return !entityManager()
                .createNativeQuery("SELECT id FROM " + table + " WHERE id = ? FOR UPDATE")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /**
     * Removes rows, and looks at no others.
     *
     * @param table the rows' table
     * @param ids the rows' ids, at least one
     * @return how many there were
     */
    public int delete(String table, List<Long> ids) {
        Query query = entityManager()
                .createNativeQuery(
                        schema.database().deleteFrom(table) + " WHERE id IN (?" + ", ?".repeat(ids.size() - 1) + ")");
        for (int at = 0; at < ids.size(); at++) {
            query.setParameter(at + 1, ids.get(at));
        }
        return query.executeUpdate();
    }

    /**
     * Keeps others from changing rows until the running transaction has ended, and looks at no others.
     *
     * @param columns what is wanted of them, separated by commas
     * @param table the rows' table
     * @param ids the rows' ids, at least one
     * @return what is wanted, a list for each row that there is, in the order of the ids
     */
    public List<?> lockAll(String columns, String table, List<Long> ids) {
        Query query = entityManager()
                .createNativeQuery("SELECT " + columns + " FROM "
                        + schema.database().byIds(table) + " WHERE id IN (?" + ", ?".repeat(ids.size() - 1)
                        + ") ORDER BY id FOR UPDATE");
        for (int at = 0; at < ids.size(); at++) {
            query.setParameter(at + 1, ids.get(at));
        }
        return query.getResultList();
    }

    /**
     * How a column of text is named in SQL where it is compared by code points, as the indexes of the lists have it.
     *
     * @param column the column
     * @return its name there
     */
    public String byCodePoints(String column) {
        return schema.database().byCodePoints(column);
    }

    /**
     * Makes this node the only one at a task until the running transaction has ended.
     *
     * @param task the name of the task, of at most 32 characters; its row of {@code durin_lock} is made when it is missing
     * @return false when another node is at it; nobody waits for it
     */
    public boolean lockTask(String task) {
        boolean locked = !tasks("SELECT name FROM durin_lock WHERE name = ? FOR UPDATE SKIP LOCKED", task)
                .isEmpty();
        return locked
                || (tasks("SELECT name FROM durin_lock WHERE name = ?", task).isEmpty() && makeTask(task));
    }

    /** Whose row it is has it locked; of two who make it at once, the other one waits this once. */
    private boolean makeTask(String task) {
        int rows = entityManager()
                .createNativeQuery(schema.database().insertOnce("durin_lock", "name"))
                .setParameter(1, task)
                .executeUpdate();
        return rows > 0;
    }

    private List<?> tasks(String query, String task) {
        return entityManager().createNativeQuery(query).setParameter(1, task).getResultList();
    }

    /** Closes the persistence unit. */
    @PreDestroy
    public void close() {
        EntityManagerFactory open = factory;
        factory = null;
        if (open != null && open.isOpen()) {
            open.close();
        }
    }

    /**
     * What was found out about the database when the store was opened.
     *
     * @return the description, or empty before that
     */
    public Optional<StoreDescription> description() {
        return schema.description();
    }

    /**
     * Whether the database lives inside this server, so that nobody else can be using it.
     *
     * @return true for an embedded database
     */
    public boolean isEmbedded() {
        return schema.isEmbedded();
    }
}
