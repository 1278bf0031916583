package dev.durin.it;

import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;

/**
 * An application that has something of its own which could get in Durin's way.
 *
 * @param name its context path
 * @param archive the application
 * @param traits what it has of the test application
 * @param outcome what becomes of it
 */
record HostVariant(String name, Archive<?> archive, Traits traits, Outcome outcome) {

    /** What becomes of a variant. */
    sealed interface Outcome {}

    /** Tokens work. */
    record Works() implements Outcome {}

    /** It is deployed, and its guarded resources are closed to everybody; the log says why. */
    record Closed(String sentence) implements Outcome {}

    /** It is not deployed; the log says why. */
    record Stopped(String sentence) implements Outcome {}

    /** What becomes of it is another thing at each start, by the server's chance; it is never open. */
    record Unsteady() implements Outcome {}

    /**
     * What it has of the test application.
     *
     * @param root the path of its JAX-RS application
     * @param login whether Durin's endpoints are there
     * @param beans whether its resources are CDI beans with an identity store beside
     */
    record Traits(String root, boolean login, boolean beans) {

        static final Traits ALL = new Traits("api", true, true);

        Traits at(String otherRoot) {
            return new Traits(otherRoot, login, beans);
        }

        Traits withoutLogin() {
            return new Traits(root, false, beans);
        }

        Traits withoutBeans() {
            return new Traits(root, false, false);
        }
    }

    static HostVariant of(String name, Archive<?> archive) {
        return new HostVariant(name, archive, Traits.ALL, new Works());
    }

    HostVariant with(Traits changed) {
        return new HostVariant(name, archive, changed, outcome);
    }

    HostVariant closed(String sentence) {
        return new HostVariant(name, archive, traits, new Closed(sentence));
    }

    HostVariant stopped(String sentence) {
        return new HostVariant(name, archive, traits, new Stopped(sentence));
    }

    /** Closed on some servers. */
    HostVariant closed(Map<TestServer, String> sentences) {
        String sentence = sentences.get(TestServer.current());
        return sentence == null ? this : closed(sentence);
    }

    /** Stopped on some servers. */
    HostVariant stopped(Map<TestServer, String> sentences) {
        String sentence = sentences.get(TestServer.current());
        return sentence == null ? this : stopped(sentence);
    }

    /** Unsteady on a server. */
    HostVariant unsteady(TestServer server) {
        return TestServer.current() == server ? new HostVariant(name, archive, traits, new Unsteady()) : this;
    }

    /** For the report of the tests. */
    @Override
    public String toString() {
        return name + (traits.root().equals("api") ? "" : "/" + traits.root());
    }
}
