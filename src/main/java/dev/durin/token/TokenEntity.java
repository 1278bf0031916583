package dev.durin.token;

import dev.durin.spi.Expiry;
import dev.durin.store.FreeText;
import dev.durin.store.GroupText;
import dev.durin.usage.LastUse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code durin_token}. Neither the token nor a hash of it is in it. */
@Entity(name = "DurinToken")
@Table(name = "durin_token")
class TokenEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "durin_token_id")
    @SequenceGenerator(name = "durin_token_id", sequenceName = "durin_token_id", allocationSize = 50)
    @Nullable
    private Long id;

    private String selector;

    @Column(name = "key_id")
    private String keyId;

    private String caller;

    @Column(name = "client_id")
    private long clientId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private String slot;

    private String name;

    private long created;

    @Nullable
    private Long expiry;

    @Column(name = "login_groups", length = 100_000)
    private String loginGroups;

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "caller_dn")
    private String callerDn;

    @Column(name = "caller_unique_id")
    private String callerUniqueId;

    @Column(name = "login_address")
    private String loginAddress;

    @Column(name = "login_user_agent")
    private String loginUserAgent;

    @Column(name = "last_used")
    @Nullable
    private Long lastUsed;

    @Column(name = "last_address")
    @Nullable
    private String lastAddress;

    @Column(name = "last_user_agent")
    @Nullable
    private String lastUserAgent;

    /** For the persistence provider. */
    protected TokenEntity() {}

    TokenEntity(TokenRequest request, long clientId, String slot, FreshToken fresh) {
        this.caller = request.caller();
        this.clientId = clientId;
        this.slot = slot;
        begin(fresh);
        loggedInAgain(request);
    }

    /** Becomes a new token: another text, another life. */
    void startAnew(TokenRequest request, FreshToken fresh) {
        begin(fresh);
        loggedInAgain(request);
    }

    /** Keeps text and life, and takes over what the latest login said. */
    final void loggedInAgain(TokenRequest request) {
        name = request.name();
        loginGroups = GroupText.write(request.groups());
        storeId = FreeText.cut(request.origin().storeId(), 255);
        callerDn = FreeText.cut(request.origin().distinguishedName(), 1000);
        callerUniqueId = FreeText.cut(request.origin().uniqueId(), 255);
        loginAddress = request.address();
        loginUserAgent = request.userAgent();
    }

    final void renew(Expiry newExpiry) {
        expiry = newExpiry.instant().map(Instant::toEpochMilli).orElse(null);
    }

    private void begin(FreshToken fresh) {
        selector = fresh.selector();
        keyId = fresh.keyId();
        created = fresh.now().toEpochMilli();
        renew(fresh.expiry());
        lastUsed = null;
        lastAddress = null;
        lastUserAgent = null;
    }

    boolean hasExpired(Instant now) {
        return expiry().hasPassed(now);
    }

    boolean hasSelector(String other) {
        return selector.equals(other);
    }

    long id() {
        return id == null ? 0 : id;
    }

    String selector() {
        return selector;
    }

    String keyId() {
        return keyId;
    }

    Expiry expiry() {
        return expiry == null ? Expiry.NEVER : Expiry.at(Instant.ofEpochMilli(expiry));
    }

    private LastUse lastUse() {
        return lastUsed == null
                ? LastUse.NEVER
                : new LastUse.At(
                        Instant.ofEpochMilli(lastUsed),
                        Objects.requireNonNullElse(lastAddress, ""),
                        Objects.requireNonNullElse(lastUserAgent, ""));
    }

    StoredToken toStored(StoredClient client) {
        Token token = new Token(
                id(),
                caller,
                client.name(),
                name,
                Instant.ofEpochMilli(created),
                expiry(),
                loginAddress,
                loginUserAgent,
                lastUse());
        CallerOrigin origin = new CallerOrigin(storeId, callerDn, callerUniqueId);
        return new StoredToken(token, client, selector, keyId, GroupText.read(loginGroups), origin);
    }
}
