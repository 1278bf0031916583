package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.config.ExtensionPoint;
import dev.durin.spi.ClientResolver;
import dev.durin.spi.LoginPolicyCheck;
import dev.durin.spi.LoginResponse;
import dev.durin.spi.UserRepresentation;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.Map;

/** What this package does where the application has no bean of its own. */
@Dependent
class Defaults {

    @Produces
    @Dependent
    @Configured
    ClientResolver clientResolver(Instance<ClientResolver> application) {
        return ExtensionPoint.choose(application, login -> login.field("client"));
    }

    @Produces
    @Dependent
    @Configured
    LoginPolicyCheck loginPolicyCheck(Instance<LoginPolicyCheck> application) {
        return ExtensionPoint.choose(application, (caller, groups, client) -> true);
    }

    @Produces
    @Dependent
    @Configured
    UserRepresentation userRepresentation(Instance<UserRepresentation> application) {
        return ExtensionPoint.choose(application, (caller, groups) -> Map.of("username", caller));
    }

    @Produces
    @Dependent
    @Configured
    LoginResponse loginResponse(Instance<LoginResponse> application) {
        return ExtensionPoint.choose(application, LoginResponse.LoginAnswer::defaultMembers);
    }
}
