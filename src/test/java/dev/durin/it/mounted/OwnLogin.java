package dev.durin.it.mounted;

import dev.durin.endpoint.LoginEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

@Path("v2/sign-in")
@RequestScoped
public class OwnLogin extends LoginEndpoint {}
