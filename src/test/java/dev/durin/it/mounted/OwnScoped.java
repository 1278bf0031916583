package dev.durin.it.mounted;

import dev.durin.endpoint.ScopedEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

@Path("v2/scoped")
@RequestScoped
public class OwnScoped extends ScopedEndpoint {}
