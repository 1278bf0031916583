package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.event.LoginFailed.Reason;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.LoginPolicyCheck;
import dev.durin.token.CallerOrigin;
import dev.durin.token.KeptCallers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** What may keep a caller out whose password was right. */
@Dependent
class LoginRules {

    private final KeptCallers keptCallers;
    private final CallerStatus callerStatus;
    private final LoginPolicyCheck policyCheck;

    @Inject
    LoginRules(
            KeptCallers keptCallers, @Configured CallerStatus callerStatus, @Configured LoginPolicyCheck policyCheck) {
        this.keptCallers = keptCallers;
        this.callerStatus = callerStatus;
        this.policyCheck = policyCheck;
    }

    /** Why this caller may not have a token, if there is a reason. */
    Optional<Reason> objection(String caller, Set<String> groups, String client) {
        // By the name alone: whoever knew the password may have been another identity store.
        if (!keptCallers.isActive(caller, CallerOrigin.UNKNOWN) || !callerStatus.isActive(caller)) {
            return Optional.of(Reason.INACTIVE);
        }
        return policyCheck.mayLogIn(caller, groups, client) ? Optional.empty() : Optional.of(Reason.POLICY);
    }
}
