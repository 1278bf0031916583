package dev.durin.benchmark.report;

import java.util.Set;
import java.util.stream.Collectors;

/** What the report says beside figures. */
final class Texts {

    static final String INTRODUCTION = """
            # Benchmarks

            What Durin costs, measured by this project itself. The tables of this page are written by

            ```
            .ci/benchmark
            ```

            with what is said beside them, but for paragraphs that begin with *By hand*. It runs `mvn -Pbenchmark`,
            `mvn -Pbenchmark,wildfly` and `mvn -Pbenchmark,liberty`, and wants a machine with nothing else to do, 20 GB of disk
            and some hours; `-Ddurin.benchmark.…` makes it shorter, see the profile in the POM. No figure is a condition of the
            build: where one falls short, this page says so.

            """;

    private static final String REQUESTS = """
            ## Requests

            The same resource, which answers its caller's name, in several applications on one process of the server:

            | application | what stands before the resource |
            | --- | --- |
            """;

    private static final String APPLICATIONS = """
            | `unprotected` | nothing, and no Jakarta Security |
            | `hash-map-filter` | a filter of JAX-RS that looks the header up in a `HashMap` and sets a `SecurityContext`: what the server itself takes |
            | `hash-map` | a mechanism of Jakarta Security that looks the header up in a `HashMap`: what the server itself takes |
            | `mechanism` | Durin, `durin.entry=mechanism`, `@Authenticated` |
            | `mechanism-roles` | Durin, `durin.entry=mechanism`, `@RolesAllowed` |
            | `filter` | Durin, `durin.entry=filter`, `@Authenticated` |
            | `filter-roles` | Durin, `durin.entry=filter`, `@RolesAllowed` |
            | `filter-scoped` | as `filter-roles`, with [scoped tokens](scoped-tokens.md), whose signature is checked |
            | `filter-uncached` | as `filter`, with `durin.token.cache-timeout=0`: each request reads its token's row |
            | `microprofile-jwt` | MicroProfile JWT with RS256, `@RolesAllowed` |
            """;

    private static final String ROUNDS = """

            Another process on the same machine sends requests in a closed loop over connections that are kept, with other
            tokens in turn. Each round measures each application once, and begins with another one each time. *CPU* is the
            processor time of the server's process, divided by the requests; *over* is the difference and *throughput* the
            ratio in the same round. All are medians of the rounds, with the quartiles in brackets. *Statements* is all that
            PostgreSQL was sent by applications with Durin meanwhile. Tokens stay cached (`durin.token.cache-timeout=1d`), so that no
            look into the table falls into a round; what one takes is among the [large tables](#large-tables). What is left of
            statements are those of the feed, every second, and once a minute those that write the uses of all tokens. On a
            resource `@Authenticated` also makes a bean with an interceptor of it, which is the server's to call;
            `@RolesAllowed` does not. WildFly runs with [its one setting](servers.md#let-it-take-callers), else no mechanism could log a caller in.

            """;

    static final String SHORTFALLS = """
            ### Where figures fall short, and what they are spent on

            By recordings of 32 s on Payara, made before the tables, of `filter-roles` and of `hash-map-filter`, about a thousand
            samples each; what is said of the other servers is read from the tables:

            - About half is the check itself: reading the header, the authentication code, the cache, noting down the use. In
              Durin's own code alone it takes half a microsecond, see below; in a server it stands between much other code, on
              few cores, with another token each time.
            - Durin has two filters in the servlet container's chain. Payara tells its own listeners of each filter, before and
              after, which alone is about 1.7 µs for each.
            - Durin's endpoints are resources beside the application's own, so JAX-RS compares some more paths.
            - `@Authenticated` is an interceptor's binding, too, so the resource becomes a bean with an interceptor: most of what
              `filter` adds to `filter-roles`.
            - With a mechanism the server knows the caller and JAX-RS does not have to be told, but the annotations are enforced
              there all the same: what `mechanism-roles` adds to `hash-map` is the check, and the filters of both kinds.
            - Of the applications most have a copy of Durin each. On two cores the optimising compiler has not come to all of it
              when the rounds begin: the profiles show calls as small as `String.charAt`, which it would have inlined.
            - A scoped token of some five hundred characters is checked anew each time, for nothing is remembered by a text that is a
              secret: its code is computed, its claims are read and, so that nothing but the one spelling passes, written again, and
              the path is judged in each way in which it could be read. Only what the table says of it is cached.
            - The feed of each application, every second, and the writing of uses, every minute, fall into all rounds alike.
            - On Open Liberty nearly all of `mechanism-roles` is the server's own login, which signs a token of its own for each
              request while it has an authentication cache.

            """;

    static final String CHECKS = """
            ## A check in Durin's own code

            By JMH, in one thread, without a server and so without the proxies of CDI, 1,000 tokens in turn. `parse` reads the
            text, `parseAndAuthenticate` also computes its authentication code; `hit` is the whole check of a known token,
            `forged` of one that nobody has issued, `miss` of one whose row is read, by EclipseLink from an H2 in the same
            virtual machine, without what a server takes for a transaction.

            | check | ns | ± (99.9 %) | bytes allocated |
            | --- | --- | --- | --- |
            """;

    static final String MEMORY = """
            ## Memory

            A cache filled with tokens as they are found in the world: each of another caller, with two groups and the user
            agent of a browser.

            | | |
            | --- | --- |
            """;

    static final String LOGINS = """
            ## Login

            `POST auth/login`, each a new row in PostgreSQL, against the hash of its password alone, which a resource of the
            same application computes: `Pbkdf2PasswordHash` with the iterations that are its default, and with those that OWASP
            asks for. One at a time. To reach: 1.1.

            | server | iterations | hash, p50 ms | login, p50 ms | ratio of the time | ratio of the CPU |
            | --- | --- | --- | --- | --- | --- |
            """;

    static final String REFUSALS = """
            ## Refused logins

            %d logins of each kind that are refused, with accounts of Durin's own and 600,000 iterations, one of each after
            the other, one at a time, each for a name that nobody has asked for before. *pending* is an account whose address was
            not confirmed, *locked* a name that has to wait; but for *wrong* and *unknown* the password is right. All are
            answered alike.

            | why | ms | ratio to `unknown` |
            | --- | --- | --- |
            """;

    static final String TABLES = """
            ## Large tables

            Tokens in PostgreSQL, three of each caller; bytes with all indexes, after the rows have come in the order of their
            ids. A *look* is what a check of an unknown token does, by EclipseLink over one connection, at random rows; *cold*
            are the first 1,000 after PostgreSQL was started anew, with what the kernel still had of its files. A *login* goes
            over HTTP and makes a row; no password is hashed.

            | tokens | bytes per row | without indexes | look, p50 µs | p99 µs | cold look, p50 µs | p99 µs | login, p50 µs | p99 µs |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    static final String LISTS = """

            ## Lists of tokens

            What an operator waits for a page of a list below `auth/admin/` over HTTP, with its count, and for figures, while
            PostgreSQL has a million tokens of 333,334 callers and 50 clients, 200,000 accounts and a million counts of uses. Of
            the tokens the oldest hundredth has expired, another hundredth has a name, ten are of the client
            `client1004`, and 20,000 are of `client1005`, whose tokens end after all others. Sums of uses are kept for a minute.

            | query | items | p50, ms | p99, ms |
            | --- | --- | --- | --- |
            """;

    static final String NODES = """

            ## Several nodes

            Two nodes of one server on one PostgreSQL, with the default settings but for the cache, which is trusted for an
            hour. One ends or changes something; *ms* is from its answer until the other one, which knows the token as good and
            is asked again and again, heeds it. To reach: 2,000.

            | change | times | least, ms | median | 90 % | 99 % | most |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    static final String SLOWER_LOOK = """

            | to reach | at most | measured | |
            | --- | --- | --- | --- |
            | a look into the largest, of the time of one into the smallest | 1.5 | %s | %s |
            """;

    private Texts() {}

    /** What comes before the tables of requests, of those applications alone. */
    static String requests(Set<String> applications) {
        String measured = APPLICATIONS
                .lines()
                .filter(line -> applications.contains(line.split("`", -1)[1]))
                .collect(Collectors.joining("\n", "", "\n"));
        return REQUESTS + measured + ROUNDS;
    }
}
