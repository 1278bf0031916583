package dev.durin.it.mounted;

import dev.durin.endpoint.ConfirmEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

@Path("v2/confirm/{token}")
@RequestScoped
public class OwnConfirm extends ConfirmEndpoint {}
