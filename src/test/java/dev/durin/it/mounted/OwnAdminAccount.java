package dev.durin.it.mounted;

import dev.durin.endpoint.AdminAccountEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

@Path("v2/accounts/{action: disable|enable|confirmation|groups}")
@RequestScoped
public class OwnAdminAccount extends AdminAccountEndpoint {}
