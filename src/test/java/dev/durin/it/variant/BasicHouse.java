package dev.durin.it.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** An application that lets people in by name and password, beside Durin's tokens. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "house")
public class BasicHouse {}
