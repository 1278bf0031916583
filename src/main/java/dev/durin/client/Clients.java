package dev.durin.client;

import dev.durin.config.ClientName;
import dev.durin.config.DeclaredClient;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * The registered API clients.
 *
 * <p>Every operation has a transaction of its own, which has committed when the operation returns, whatever becomes of
 * the caller's. Inside a transaction of the application it needs a second connection, so the pool of
 * {@code durin.datasource} must have more connections than there are requests that do so at once. Every operation
 * throws {@link dev.durin.store.StoreUnavailableException} when the database is away. Thread-safe.
 */
@ApplicationScoped
public class Clients {

    private static final Logger LOGGER = System.getLogger(Clients.class.getName());

    private final OwnTransaction transaction;
    private final ClientStore store;

    @Inject
    Clients(OwnTransaction transaction, ClientStore store) {
        this.transaction = transaction;
        this.store = store;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected Clients() {
        this(null, null);
    }

    /**
     * The client of a name.
     *
     * @param name its name, with capitals told apart
     * @return the client, or empty when there is none
     */
    public Optional<Client> find(String name) {
        // No client has such a name, and not every database would take it as a parameter.
        if (ClientName.fault(name).isPresent()) {
            return Optional.empty();
        }
        // A database may fold case or trailing spaces when it compares; a client's name is exact.
        return transaction.run("find a client", () -> store.find(name)).filter(client -> client.name()
                .equals(name));
    }

    /**
     * The client of an id.
     *
     * @param id its id
     * @return the client, or empty when there is none
     */
    public Optional<Client> find(long id) {
        return transaction.run("find a client", () -> store.find(id));
    }

    /**
     * All clients.
     *
     * @return the clients by name
     */
    public List<Client> list() {
        return transaction.run("list the clients", store::list);
    }

    /**
     * Registers a client.
     *
     * @param draft what it shall be
     * @return the client
     * @throws InvalidClientException when there is one of this name
     */
    public Client create(ClientDraft draft) {
        try {
            return transaction.run("create a client", () -> store.create(draft));
        } catch (ConflictException e) {
            throw nameTaken(draft);
        }
    }

    /**
     * Changes a client. A new lifetime holds for the next token and the next renewal, tokens that exist keep their
     * expiry.
     *
     * @param id its id
     * @param draft what it shall be; what the draft leaves out stays as it is
     * @return the changed client
     * @throws InvalidClientException when there is no such client, or another one has the name
     */
    public Client change(long id, ClientDraft draft) {
        try {
            return transaction.run("change a client", () -> store.change(id, draft));
        } catch (ConflictException e) {
            throw nameTaken(draft);
        }
    }

    /**
     * Makes sure that the clients of the configuration exist and are as it says. What it does not say stays as it is.
     *
     * @param declared the clients of the configuration
     */
    public void declare(List<DeclaredClient> declared) {
        for (DeclaredClient client : declared) {
            ClientDraft draft = draftOf(client);
            Optional<Client> existing = find(client.name());
            if (existing.isPresent()) {
                change(existing.get().id(), draft);
            } else {
                createUnlessThere(draft);
            }
        }
    }

    /** Another node may be starting with the same configuration; then it has made the client just now. */
    private void createUnlessThere(ClientDraft draft) {
        try {
            transaction.run("create a client", () -> store.create(draft));
        } catch (ConflictException e) {
            LOGGER.log(Level.DEBUG, "The client {0} was created by another node", draft.name());
        }
    }

    private static ClientDraft draftOf(DeclaredClient client) {
        ClientDraft draft = ClientDraft.named(client.name());
        draft = client.tokenLifetime().map(draft::tokenLifetime).orElse(draft);
        draft = client.throttleRate().map(draft::throttleRate).orElse(draft);
        draft = client.loginPolicy().map(draft::loginPolicy).orElse(draft);
        return client.enabled().map(draft::enabled).orElse(draft);
    }

    private static InvalidClientException nameTaken(ClientDraft draft) {
        return new InvalidClientException("name", "There is a client with the name \"" + draft.name() + "\" already.");
    }
}
