package dev.durin.admin;

import dev.durin.client.Client;
import dev.durin.client.ClientDraft;
import dev.durin.client.Clients;
import dev.durin.client.InvalidClientException;
import dev.durin.config.Part;
import dev.durin.event.OperatorActed;
import dev.durin.event.OperatorActed.Action;
import dev.durin.store.Announcer;
import dev.durin.store.CappedCount;
import dev.durin.token.TokenCounts;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What operators do with clients. Every change is announced with who has made it. Thread-safe. */
@Part
public class ClientOperations {

    private final Clients clients;
    private final TokenCounts counts;
    private final Announcer announcer;

    @Inject
    ClientOperations(Clients clients, TokenCounts counts, Announcer announcer) {
        this.clients = clients;
        this.counts = counts;
        this.announcer = announcer;
    }

    /**
     * All clients.
     *
     * @return the clients by name
     */
    public List<ManagedClient> list() {
        return clients.list().stream().map(this::managed).toList();
    }

    /**
     * The client of an id.
     *
     * @param id its id
     * @return the client, or empty when there is none
     */
    public Optional<ManagedClient> find(long id) {
        return clients.find(id).map(this::managed);
    }

    private ManagedClient managed(Client client) {
        return new ManagedClient(client, counts.live(client.id()));
    }

    /**
     * Registers a client.
     *
     * @param operator the name of the operator
     * @param draft what it shall be
     * @return the client
     * @throws InvalidClientException when there is one of this name
     */
    public ManagedClient create(String operator, ClientDraft draft) {
        Client created = clients.create(draft);
        announcer.announce(
                new OperatorActed(operator, Action.CLIENT_CREATED, created.name(), ClientChange.describe(created), 0));
        return managed(created);
    }

    /**
     * Changes a client.
     *
     * @param operator the name of the operator
     * @param id the client's id
     * @param draft what it shall be; what the draft leaves out stays as it is
     * @return the changed client
     * @throws InvalidClientException when there is no such client, or another one has the name
     * @throws ManagedByConfigurationException when the configuration declares it
     */
    public ManagedClient change(String operator, long id, ClientDraft draft) {
        Client before = requireOwn(id);
        // Before the change: what is done must be announced, whatever fails then.
        CappedCount live = counts.live(id);
        Client after = clients.change(id, draft);
        ClientChange change = new ClientChange(before, after);
        if (!change.isEmpty()) {
            announcer.announce(new OperatorActed(
                    operator,
                    Action.CLIENT_CHANGED,
                    before.name(),
                    change.description(),
                    change.affected(live).count()));
        }
        return new ManagedClient(after, live);
    }

    /**
     * What a change would do. Nothing is changed.
     *
     * @param id the client's id
     * @param draft what it should be
     * @return what would be
     * @throws InvalidClientException as above
     * @throws ManagedByConfigurationException as above
     */
    public ClientPreview preview(long id, ClientDraft draft) {
        Client before = requireOwn(id);
        Client after = clients.preview(id, draft);
        CappedCount live = counts.live(id);
        ClientChange change = new ClientChange(before, after);
        return new ClientPreview(after, change.affected(live), change.effects(live));
    }

    /**
     * Removes a client and ends its tokens.
     *
     * @param operator the name of the operator
     * @param id the client's id
     * @return how many tokens ended
     * @throws InvalidClientException when there is no such client
     * @throws ManagedByConfigurationException when the configuration declares it
     */
    public int delete(String operator, long id) {
        Client client = requireOwn(id);
        int ended = 0;
        String detail = "It could not be finished: the client is switched off, and some of its tokens have ended.";
        try {
            ended = clients.delete(id);
            detail = "";
            return ended;
        } finally {
            announcer.announce(new OperatorActed(operator, Action.CLIENT_DELETED, client.name(), detail, ended));
        }
    }

    /**
     * How many live tokens would end with a client. Nothing is changed.
     *
     * @param id the client's id
     * @return how many
     * @throws InvalidClientException as above
     * @throws ManagedByConfigurationException as above
     */
    public CappedCount previewDelete(long id) {
        return counts.live(requireOwn(id).id());
    }

    /**
     * Refuses a change before anything else is looked at.
     *
     * @param id the client's id
     * @throws InvalidClientException as above
     * @throws ManagedByConfigurationException as above
     */
    public void requireChangeable(long id) {
        requireOwn(id);
    }

    private Client requireOwn(long id) {
        Client client = clients.find(id)
                .orElseThrow(() -> new InvalidClientException("id", "There is no client with the id " + id + "."));
        if (client.declared()) {
            throw new ManagedByConfigurationException(client.name());
        }
        return client;
    }
}
