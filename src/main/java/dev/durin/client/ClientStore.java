package dev.durin.client;

import dev.durin.config.Configured;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes {@code durin_client}, inside a transaction of whoever calls. What is changed is locked when it is first
 * read: on MariaDB a transaction may not change what somebody else has changed since it looked.
 */
@Dependent
class ClientStore {

    private final EntityStore store;
    private final Revocations revocations;
    private final Settings settings;
    private final TimeSource time;

    @Inject
    ClientStore(EntityStore store, Revocations revocations, Settings settings, @Configured TimeSource time) {
        this.store = store;
        this.revocations = revocations;
        this.settings = settings;
        this.time = time;
    }

    /** The client of this name. */
    Optional<Client> find(String name) {
        return first(byName(name)).map(ClientEntity::toClient);
    }

    /** The client of this id. */
    Optional<Client> find(long id) {
        return Optional.ofNullable(store.entityManager().find(ClientEntity.class, id))
                .map(ClientEntity::toClient);
    }

    /** All clients by name. */
    List<Client> list() {
        return store.entityManager()
                .createQuery("SELECT c FROM DurinClient c ORDER BY c.name", ClientEntity.class)
                .getResultStream()
                .map(ClientEntity::toClient)
                .toList();
    }

    /** A new client. */
    Client create(ClientDraft draft) {
        ClientEntity client = new ClientEntity(
                nameOf(draft), settings.token().lifetime(), settings.login().policy(), time.now());
        client.change(draft);
        store.entityManager().persist(client);
        return client.toClient();
    }

    /** The changed client. */
    Client change(long id, ClientDraft draft) {
        ClientEntity client = locked(id)
                .orElseThrow(() -> new InvalidClientException("id", "There is no client with the id " + id + "."));
        client.change(draft);
        revocations.record(Revocation.ofClient(id));
        return client.toClient();
    }

    /** Registers or changes a client as the configuration declares it. */
    Client declare(ClientDraft draft) {
        String name = nameOf(draft);
        ClientEntity client = first(byName(name).setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.hasName(name))
                .orElseGet(() -> new ClientEntity(
                        name, settings.token().lifetime(), settings.login().policy(), time.now()));
        boolean changed = client.change(draft);
        client.declare(true);
        store.entityManager().persist(client);
        Client declared = client.toClient();
        if (changed) {
            // Each node declares the same at each start, which is no reason to look everything up again.
            revocations.record(Revocation.ofClient(declared.id()));
        }
        return declared;
    }

    /** Sets clients free that the configuration no longer declares. They stay as they are. */
    int release(List<String> declared) {
        List<ClientEntity> released = store.entityManager()
                .createQuery("SELECT c FROM DurinClient c WHERE c.declared = TRUE", ClientEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(client -> declared.stream().noneMatch(client::hasName))
                .toList();
        released.forEach(client -> client.declare(false));
        return released.size();
    }

    /** Keeps others from changing a client, and from making tokens of it, until the transaction has ended. */
    boolean lock(long id) {
        return store.lock("durin_client", id);
    }

    /** Removes a client. */
    void delete(long id) {
        locked(id).ifPresent(store.entityManager()::remove);
        revocations.record(Revocation.ofClient(id));
    }

    private Optional<ClientEntity> locked(long id) {
        return Optional.ofNullable(store.entityManager().find(ClientEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static String nameOf(ClientDraft draft) {
        return draft.name()
                .orElseThrow(() ->
                        new InvalidClientException("name", "A new client needs a name: begin with ClientDraft.named."));
    }

    private TypedQuery<ClientEntity> byName(String name) {
        return store.entityManager()
                .createQuery("SELECT c FROM DurinClient c WHERE c.name = :name", ClientEntity.class)
                .setParameter("name", name);
    }

    private static Optional<ClientEntity> first(TypedQuery<ClientEntity> query) {
        return query.getResultStream().findFirst();
    }
}
