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
import dev.durin.token.OperatorTokens;
import dev.durin.token.TokenCounts;
import dev.durin.token.TokenSelection;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators do with clients. Every change is announced with who has made it. Thread-safe. */
@Part
public class ClientOperations {

    private static final String UNFINISHED =
            "It could not be finished: look whether it is switched off, and whether it has tokens.";

    private final Clients clients;
    private final TokenCounts counts;
    private final OperatorTokens tokens;
    private final Announcer announcer;

    @Inject
    ClientOperations(Clients clients, TokenCounts counts, OperatorTokens tokens, Announcer announcer) {
        this.clients = clients;
        this.counts = counts;
        this.tokens = tokens;
        this.announcer = announcer;
    }

    /**
     * Clients by name. There are few, so they are all read; their tokens are counted of those alone that are wanted.
     *
     * @param beginning what the name begins with, with capitals told apart; empty for any
     * @param after the name after which the page begins, empty for the first page
     * @param most how many are wanted at most
     * @return the page, and how many there are on all pages together
     */
    public ClientPage list(String beginning, String after, int most) {
        List<Client> found = clients.list().stream()
                .filter(client -> client.name().startsWith(beginning))
                .sorted(Comparator.comparing(Client::name))
                .toList();
        List<Client> behind = found.stream()
                .filter(client -> client.name().compareTo(after) > 0)
                .toList();
        List<Client> wanted = behind.subList(0, Math.min(most, behind.size()));
        Map<Long, CappedCount> live =
                counts.live(wanted.stream().map(Client::id).toList());
        return new ClientPage(
                wanted.stream()
                        .map(client -> new ManagedClient(client, live.getOrDefault(client.id(), CappedCount.NONE)))
                        .toList(),
                behind.size() > wanted.size(),
                CappedCount.of(found.size()));
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
        int ended;
        try {
            ended = clients.delete(id);
        } catch (InvalidClientException e) {
            // Somebody else has deleted it meanwhile: nothing was done.
            throw e;
        } catch (RuntimeException | Error e) {
            announceDeleted(operator, client, UNFINISHED, 0);
            throw e;
        }
        announceDeleted(operator, client, "", ended);
        return ended;
    }

    private void announceDeleted(String operator, Client client, String detail, int ended) {
        announcer.announce(new OperatorActed(operator, Action.CLIENT_DELETED, client.name(), detail, ended));
    }

    /**
     * How many tokens would end with a client, those that have expired and are not removed yet with them. Nothing is changed.
     *
     * @param id the client's id
     * @return how many
     * @throws InvalidClientException as above
     * @throws ManagedByConfigurationException as above
     */
    public CappedCount previewDelete(long id) {
        return tokens.count(TokenSelection.all().ofClient(requireOwn(id).name()));
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
