package dev.durin.config;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an operator can set, read and checked once at start-up.
 *
 * @param token about tokens
 * @param limit about how many tokens a caller may have
 * @param cache about what is kept in memory of tokens
 * @param feed about what other nodes have ended or changed
 * @param login about logins
 * @param apiAccess about API access tokens
 * @param throttle about how many requests may be made
 * @param usage about when and how often tokens are used
 * @param recorded about what is kept with a token of where it is used
 * @param store about the database
 * @param scoped about scoped tokens
 * @param accounts about accounts kept by Durin
 * @param registration about who may make one
 * @param mail about the mail that Durin sends
 * @param admin about those who operate the application
 * @param secretKeys the keys
 * @param trustedProxies whom to believe where a request came from
 * @param headerPrefixes the schemes of the header, at least one
 * @param entry how a request reaches Durin
 * @param endpoints whether Durin's own endpoints answer
 * @param clients the clients that must exist
 */
public record Settings(
        TokenSettings token,
        LimitSettings limit,
        CacheSettings cache,
        FeedSettings feed,
        LoginSettings login,
        ApiAccessSettings apiAccess,
        ThrottleSettings throttle,
        UsageSettings usage,
        RecordSettings recorded,
        StoreSettings store,
        ScopedSettings scoped,
        AccountSettings accounts,
        RegistrationSettings registration,
        MailSettings mail,
        AdminSettings admin,
        SecretKeys secretKeys,
        TrustedProxies trustedProxies,
        List<String> headerPrefixes,
        Entry entry,
        boolean endpoints,
        List<DeclaredClient> clients) {

    /** Copies the lists. */
    public Settings {
        headerPrefixes = List.copyOf(headerPrefixes);
        clients = List.copyOf(clients);
    }

    /**
     * About tokens.
     *
     * @param lifetime how long tokens live of clients that do not say
     * @param length how many characters a token has without its prefix
     * @param prefix what every token begins with
     * @param purgeInterval how often abandoned expired tokens are removed
     */
    public record TokenSettings(Lifetime lifetime, int length, String prefix, Duration purgeInterval) {}

    /**
     * About how many tokens a caller may have.
     *
     * @param most how many of all clients, null for any number
     * @param atLimit what a login does that would be one too many, for clients that do not say
     */
    public record LimitSettings(@Nullable Integer most, AtLimit atLimit) {

        /** The largest limit; beyond it there may as well be none. */
        public static final int LARGEST = 100_000;

        /**
         * How many live tokens each caller may have, of all clients together.
         *
         * @return the number, or empty when there may be any
         */
        public Optional<Integer> maxPerCaller() {
            return Optional.ofNullable(most);
        }
    }

    /**
     * About what is kept in memory of tokens.
     *
     * @param timeout how long at most, zero for not at all
     * @param size of how many tokens at most
     */
    public record CacheSettings(Duration timeout, int size) {}

    /**
     * About what other nodes have ended or changed.
     *
     * @param interval how often it is read, zero for not at all
     * @param outageTimeout how long what is kept in memory may be trusted while it cannot be read
     */
    public record FeedSettings(Duration interval, Duration outageTimeout) {

        /**
         * Whether it is read.
         *
         * @return false on a single node that was told so
         */
        public boolean isOn() {
            return !interval.isZero();
        }
    }

    /**
     * About logins.
     *
     * @param policy what a login does about earlier tokens, for clients that do not say
     * @param refresh whether a login renews an existing token
     * @param user whether the answer has the member {@code user}
     * @param failureStatus the status of the answer to a login that is refused, 400 or 401
     * @param expiryFormat how an expiry is written
     */
    public record LoginSettings(
            LoginPolicy policy, boolean refresh, boolean user, int failureStatus, ExpiryFormat expiryFormat) {}

    /**
     * About API access tokens.
     *
     * @param client the client's name, empty when there is no API access
     * @param excludeFromSessions whether {@code sessions} leaves them out
     * @param includeToken whether {@code GET apiaccess} shows the text
     * @param manageSessions whether they may manage sessions and issue
     */
    public record ApiAccessSettings(
            String client, boolean excludeFromSessions, boolean includeToken, boolean manageSessions) {

        /**
         * The client whose tokens are API access tokens.
         *
         * @return the client's name, or empty when there is none
         */
        public Optional<String> clientName() {
            return client.isEmpty() ? Optional.empty() : Optional.of(client);
        }

        /**
         * Whether a token of this client is an API access token.
         *
         * @param name the client's name
         * @return true for the one client named in the settings
         */
        public boolean isApiAccess(String name) {
            return !client.isEmpty() && client.equals(name);
        }
    }

    /**
     * About how many requests may be made.
     *
     * @param siteRate how many each caller may make with the tokens of a client that does not say, null for any number
     * @param anonymousRate how many each address may make without a token, null for any number
     * @param badTokenRate how many each address may make with tokens that are not good, null for any number
     * @param loginRate how many logins each address may try, null for any number
     * @param failedLogins after how many failed logins those for the same name have to wait, zero for never
     * @param headers whether answers tell what is left
     * @param size how many counts are kept in memory at most
     */
    public record ThrottleSettings(
            @Nullable Rate siteRate,
            @Nullable Rate anonymousRate,
            @Nullable Rate badTokenRate,
            @Nullable Rate loginRate,
            int failedLogins,
            boolean headers,
            int size) {

        /**
         * The rate for clients that have none of their own.
         *
         * @return the rate, or empty when any number may pass
         */
        public Optional<Rate> rate() {
            return Optional.ofNullable(siteRate);
        }

        /**
         * The rate of each address for requests without a token.
         *
         * @return the rate, or empty when any number may pass
         */
        public Optional<Rate> anonymous() {
            return Optional.ofNullable(anonymousRate);
        }

        /**
         * The rate of each address for requests with tokens that are not good.
         *
         * @return the rate, or empty when any number is told so
         */
        public Optional<Rate> badToken() {
            return Optional.ofNullable(badTokenRate);
        }

        /**
         * The rate of each address for logins.
         *
         * @return the rate, or empty when any number may be tried
         */
        public Optional<Rate> login() {
            return Optional.ofNullable(loginRate);
        }
    }

    /**
     * About when and how often tokens are used.
     *
     * @param interval how often it is written, zero when it is not recorded
     * @param keep how long counts are kept
     */
    public record UsageSettings(Duration interval, Duration keep) {

        /**
         * Whether it is recorded.
         *
         * @return false for an interval of zero
         */
        public boolean isRecorded() {
            return !interval.isZero();
        }
    }

    /**
     * About what is kept with a token of where it was made and where it is used.
     *
     * @param address whether addresses are
     * @param userAgent whether user agents are
     */
    public record RecordSettings(boolean address, boolean userAgent) {

        /**
         * What is kept of an address.
         *
         * @param text the address
         * @return the address, or an empty text when none is kept
         */
        public String keptAddress(String text) {
            return address ? text : "";
        }

        /**
         * What is kept of a user agent.
         *
         * @param text the user agent
         * @return the user agent, or an empty text when none is kept
         */
        public String keptUserAgent(String text) {
            return userAgent ? text : "";
        }
    }

    /**
     * About the database.
     *
     * @param dataSource the JNDI name of the JTA data source
     * @param schema what happens to the tables at start-up
     */
    public record StoreSettings(String dataSource, SchemaMode schema) {}
}
