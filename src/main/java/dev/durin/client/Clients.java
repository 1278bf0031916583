package dev.durin.client;

import dev.durin.config.ClientName;
import dev.durin.config.DeclaredClient;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    private final OwnTransaction transaction;
    private final ClientStore store;
    private final ClientTokens tokens;

    @Inject
    Clients(OwnTransaction transaction, ClientStore store, ClientTokens tokens) {
        this.transaction = transaction;
        this.store = store;
        this.tokens = tokens;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected Clients() {
        this(null, null, null);
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
     * expiry. A new login policy or limit holds for the next login, and ends nothing by itself. A client that is switched off has its tokens refused from the next request on this node, and on others when
     * they have read that, within two seconds unless {@code durin.feed.interval} says otherwise.
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
        } finally {
            // After a failure, too: the database may have committed and the answer got lost.
            tokens.changed(id);
        }
    }

    /**
     * What a change would make of a client. Nothing is changed.
     *
     * @param id its id
     * @param draft what it should be; what the draft leaves out would stay as it is
     * @return the client as it would be
     * @throws InvalidClientException when there is no such client, or another one has the name
     */
    public Client preview(long id, ClientDraft draft) {
        Client client = require(id);
        boolean taken = draft.name()
                .flatMap(this::find)
                .filter(other -> other.id() != id)
                .isPresent();
        if (taken) {
            throw nameTaken(draft);
        }
        return draft.applyTo(client);
    }

    private Client require(long id) {
        return find(id).orElseThrow(
                        () -> new InvalidClientException("id", "There is no client with the id " + id + "."));
    }

    /**
     * Removes a client and ends its tokens, each with its event, in batches. It is switched off first, so that no token is
     * made meanwhile. When this fails half-way, the client is still there, switched off, and can be deleted again.
     *
     * @param id its id
     * @return how many tokens ended
     * @throws InvalidClientException when there is no such client, or the configuration declares it
     */
    public int delete(long id) {
        Client client = require(id);
        if (client.declared()) {
            throw new InvalidClientException(
                    "id",
                    "The configuration declares the client \"" + client.name() + "\". Remove its keys durin.clients."
                            + client.name() + ". first, or it would be there again after the next start.");
        }
        change(id, ClientDraft.change().enabled(false));
        int ended = tokens.endAll(client);
        try {
            return ended + transaction.run("delete a client", () -> deleteWithRest(client));
        } finally {
            tokens.changed(id);
        }
    }

    /** Somebody may have switched it on again meanwhile; under its lock nobody makes tokens of it. */
    private int deleteWithRest(Client client) {
        int ended = store.lock(client.id()) ? tokens.endRest(client) : 0;
        store.delete(client.id());
        return ended;
    }

    /**
     * Makes sure that the clients of the configuration exist and are as it says. What it does not say stays as it is;
     * clients that it no longer declares stay, too.
     *
     * @param declared the clients of the configuration
     */
    public void declare(List<DeclaredClient> declared) {
        declared.forEach(client -> declare(draftOf(client)));
        transaction.run(
                "release clients",
                () -> store.release(declared.stream().map(DeclaredClient::name).toList()));
    }

    private void declare(ClientDraft draft) {
        Client client;
        try {
            client = transaction.run("declare a client", () -> store.declare(draft));
        } catch (ConflictException e) {
            // Another node is starting with the same configuration and has made it just now: change what it made.
            client = transaction.run("declare a client", () -> store.declare(draft));
        }
        tokens.changed(client.id());
    }

    private static ClientDraft draftOf(DeclaredClient client) {
        ClientDraft draft = ClientDraft.named(client.name());
        draft = client.tokenLifetime().map(draft::tokenLifetime).orElse(draft);
        draft = client.unthrottled()
                ? draft.unthrottled()
                : client.throttleRate().map(draft::throttleRate).orElse(draft);
        draft = client.loginPolicy().map(draft::loginPolicy).orElse(draft);
        draft = client.maxPerCaller().map(draft::declaredMost).orElse(draft);
        draft = client.atLimit().map(draft::atLimit).orElse(draft);
        return client.enabled().map(draft::enabled).orElse(draft);
    }

    private static InvalidClientException nameTaken(ClientDraft draft) {
        return new InvalidClientException(
                "name", "There is a client with the name \"" + draft.name().orElse("") + "\" already.");
    }
}
