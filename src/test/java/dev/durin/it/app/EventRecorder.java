package dev.durin.it.app;

import dev.durin.event.AccountChanged;
import dev.durin.event.CallerRegistered;
import dev.durin.event.LoggedOut;
import dev.durin.event.LoginFailed;
import dev.durin.event.LoginStarting;
import dev.durin.event.LoginSucceeded;
import dev.durin.event.MailConfirmed;
import dev.durin.event.OperatorActed;
import dev.durin.event.RateLimited;
import dev.durin.event.ScopedTokenIssued;
import dev.durin.event.ScopedTokenRevoked;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenIssued;
import dev.durin.event.TokenRefused;
import dev.durin.event.TokenRenewed;
import dev.durin.event.TokenRevoked;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.LongAdder;

@ApplicationScoped
public class EventRecorder {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    void starting(@Observes LoginStarting event) {
        if (Switches.failingEvent.equals("LoginStarting")) {
            throw new IllegalStateException("an observer failed");
        }
        if (event.login().username().equals(Switches.vetoedCaller)) {
            event.veto();
        }
        Switches.EVENTS.add("LoginStarting[" + event.login() + ", " + event.client() + ", "
                + event.login().tokenName() + "]");
    }

    void succeeded(@Observes LoginSucceeded event) {
        record(event);
    }

    void failed(@Observes LoginFailed event) {
        record(event);
    }

    void loggedOut(@Observes LoggedOut event) {
        record(event);
    }

    void issued(@Observes TokenIssued event) {
        record(event);
    }

    void issuedCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokenIssued event) {
        Switches.EVENTS.add("Committed" + event);
    }

    void issuedAsync(@ObservesAsync TokenIssued event) {
        Switches.EVENTS.add("Async" + event);
    }

    void scopedIssued(@Observes ScopedTokenIssued event) {
        record(event);
    }

    void scopedRevoked(@Observes ScopedTokenRevoked event) {
        record(event);
    }

    void scopedIssuedAsync(@ObservesAsync ScopedTokenIssued event) {
        Switches.EVENTS.add("Async" + event);
    }

    void scopedRevokedAsync(@ObservesAsync ScopedTokenRevoked event) {
        Switches.EVENTS.add("Async" + event);
    }

    void renewed(@Observes TokenRenewed event) {
        record(event);
    }

    void expired(@Observes TokenExpired event) {
        Switches.EXPIRED
                .computeIfAbsent(transactions.getTransactionKey(), key -> new LongAdder())
                .increment();
        record(event);
    }

    void accountChanged(@Observes AccountChanged event) {
        record(event);
    }

    void registered(@Observes CallerRegistered event) {
        record(event);
    }

    void mailConfirmed(@Observes MailConfirmed event) {
        record(event);
    }

    void rateLimited(@Observes RateLimited event) {
        record(event);
    }

    /** Of those there may be any number. */
    void refused(@Observes TokenRefused event) {
        if (Switches.EVENTS.size() < 1_000) {
            record(event);
        }
    }

    void operatorActed(@Observes OperatorActed event) {
        record(event);
    }

    void revoked(@Observes TokenRevoked event) {
        record(event);
    }

    private void record(Object event) {
        if (!Switches.countsEvents) {
            Switches.EVENTS.add(event.toString());
        }
        String type = event.getClass().getSimpleName();
        if (type.equals(Switches.rollingBackEvent)) {
            transactions.setRollbackOnly();
        }
        if (type.equals(Switches.failingEvent)) {
            throw new IllegalStateException("an observer failed");
        }
    }
}
