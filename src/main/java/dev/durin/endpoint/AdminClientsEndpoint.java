package dev.durin.endpoint;

import dev.durin.admin.ClientOperations;
import dev.durin.client.ClientDraft;
import dev.durin.client.InvalidClientException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

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
     * Lists the clients.
     *
     * @return the clients by name
     */
    @GET
    public Response list() {
        return administerWithoutQuery(() -> json(
                200, Map.of("items", clients.list().stream().map(ClientView::of).toList())));
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
