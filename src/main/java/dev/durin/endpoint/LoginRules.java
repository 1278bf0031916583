package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.event.LoginFailed.Reason;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.LoginPolicyCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** What may keep a caller out whose password was right. */
@Dependent
class LoginRules {

    private final CallerStatus callerStatus;
    private final LoginPolicyCheck policyCheck;

    @Inject
    LoginRules(@Configured CallerStatus callerStatus, @Configured LoginPolicyCheck policyCheck) {
        this.callerStatus = callerStatus;
        this.policyCheck = policyCheck;
    }

    /** Why this caller may not have a token, if there is a reason. */
    Optional<Reason> objection(String caller, Set<String> groups, String client) {
        if (!callerStatus.isActive(caller)) {
            return Optional.of(Reason.INACTIVE);
        }
        return policyCheck.mayLogIn(caller, groups, client) ? Optional.empty() : Optional.of(Reason.POLICY);
    }
}
