package dev.durin.endpoint;

import dev.durin.admin.ClientOperations;
import dev.durin.admin.ClientPage;
import dev.durin.client.ClientDraft;
import dev.durin.client.InvalidClientException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** {@code admin/clients}: all clients, and a new one. */
@Allows("GET, POST, HEAD, OPTIONS")
public abstract class AdminClientsEndpoint extends AdminEndpoint {

    @Inject
    ClientOperations clients;

    /** For the container. */
    protected AdminClientsEndpoint() {
        super("Clients", "Lists clients and registers them.");
    }

    /**
     * Lists clients by name.
     *
     * @return all of them, or a page where the query wants one
     */
    @GET
    public Response list() {
        return administer(() -> {
            AdminQuery query = query();
            String name = query.text("name").orElse("");
            String after = PageName.after(query);
            // Whoever asks for no page has always got all of them.
            int most = query.number("limit", 1, AdminQuery.LONGEST_PAGE, Integer.MAX_VALUE);
            query.check();
            ClientPage page = clients.list(name, after, most);
            return page(page.clients().stream().map(ClientView::of).toList(), next(page), page.count());
        });
    }

    private static Optional<String> next(ClientPage page) {
        return page.more()
                ? Optional.of(PageName.next(
                        page.clients().get(page.clients().size() - 1).client().name()))
                : Optional.empty();
    }

    /**
     * Registers a client.
     *
     * @param body what it shall be
     * @return 201 with the client, or what is wrong
     */
    @POST
    public Response create(InputStream body) {
        return administer(() -> {
            query().check();
            ClientDraft draft = ClientBody.created(body(body));
            try {
                return json(201, ClientView.of(clients.create(operator(), draft)));
            } catch (InvalidClientException e) {
                throw ClientBody.fault(e);
            }
        });
    }
}
