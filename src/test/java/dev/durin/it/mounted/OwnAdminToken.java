package dev.durin.it.mounted;

import dev.durin.endpoint.AdminTokenEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

@Path("v2/tokens/{id}")
@RequestScoped
public class OwnAdminToken extends AdminTokenEndpoint {}
