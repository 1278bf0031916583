package dev.durin.endpoint;

import dev.durin.admin.ClientOperations;
import dev.durin.admin.ClientPreview;
import dev.durin.admin.ManagedByConfigurationException;
import dev.durin.client.ClientDraft;
import dev.durin.client.InvalidClientException;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code admin/clients/{id}}: one client. With {@code ?dry-run=true} it is only told what a change would do. */
@Allows("GET, PATCH, DELETE, HEAD, OPTIONS")
public abstract class AdminClientEndpoint extends AdminEndpoint {

    @Inject
    ClientOperations clients;

    /** For the container. */
    protected AdminClientEndpoint() {
        super("Client", "Shows, changes and removes a client.");
    }

    /**
     * Shows the client.
     *
     * @param id its id
     * @return the client, or 404
     */
    @GET
    public Response show(@PathParam("id") String id) {
        return administerWithoutQuery(
                () -> json(200, ClientView.of(clients.find(id(id)).orElseThrow(ProblemException::notFound))));
    }

    /**
     * Changes the client.
     *
     * @param id its id
     * @param body what it shall be; what is not there stays as it is
     * @return the client, or what is wrong
     */
    @PATCH
    public Response change(@PathParam("id") String id, InputStream body) {
        return administerClient(() -> {
            boolean isDryRun = isDryRun();
            long clientId = id(id);
            clients.requireChangeable(clientId);
            ClientDraft draft = ClientBody.changed(body(body));
            return isDryRun
                    ? json(200, preview(clients.preview(clientId, draft)))
                    : json(200, ClientView.of(clients.change(operator(), clientId, draft)));
        });
    }

    /**
     * Removes the client and ends its tokens.
     *
     * @param id its id
     * @return how many ended, or what is wrong
     */
    @DELETE
    public Response delete(@PathParam("id") String id) {
        return administerClient(() -> isDryRun()
                ? json(200, Map.of("affected_tokens", count(clients.previewDelete(id(id)))))
                : json(200, Map.of("tokens_ended", clients.delete(operator(), id(id)))));
    }

    private boolean isDryRun() {
        AdminQuery query = query();
        boolean isDryRun = query.isDryRun();
        query.check();
        return isDryRun;
    }

    private Response administerClient(Supplier<Response> work) {
        return administer(() -> {
            try {
                return work.get();
            } catch (InvalidClientException e) {
                throw ClientBody.fault(e);
            } catch (ManagedByConfigurationException e) {
                throw conflict(e.detail());
            }
        });
    }

    private static Map<String, Object> preview(ClientPreview preview) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client", ClientView.of(preview.client()));
        members.put("affected_tokens", count(preview.affected()));
        members.put("effects", preview.effects());
        return members;
    }
}
