package dev.durin.example;

import dev.durin.access.Authenticated;
import dev.durin.authentication.CurrentToken;
import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.token.Token;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The theme of the client whose token is used. The application's own persistence unit needs no name. */
@Path("theme")
@RequestScoped
@Authenticated
@Produces(MediaType.TEXT_PLAIN)
public class ClientSettingsResource {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clients clients;

    @Inject
    CurrentToken current;

    @GET
    public String theme() {
        ClientSettings settings = entities.find(ClientSettings.class, clientId());
        return settings == null ? "light" : settings.getTheme();
    }

    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    @Transactional
    public String change(String theme) {
        ClientSettings settings = entities.find(ClientSettings.class, clientId());
        if (settings == null) {
            settings = new ClientSettings(clientId());
            entities.persist(settings);
        }
        settings.setTheme(theme);
        return theme;
    }

    private long clientId() {
        return current.token()
                .map(Token::client)
                .flatMap(clients::find)
                .map(Client::id)
                .orElseThrow();
    }
}
