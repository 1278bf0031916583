package dev.durin.event;

import dev.durin.spi.LoginRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A login is about to be checked: the body was complete and the client exists, the password was not looked at yet.
 *
 * <p>Fired synchronously, outside any transaction of Durin's. An observer may {@linkplain #veto() veto}; the caller
 * cannot tell that from a wrong password. An observer that throws makes the login answer 503, for nobody can say then
 * whether it would have been vetoed.
 */
public final class LoginStarting {

    private final LoginRequest login;
    private final String client;
    private final AtomicBoolean vetoed = new AtomicBoolean();

    /**
     * A login that nobody has vetoed yet.
     *
     * @param login the login as asked for
     * @param client the client's name
     */
    public LoginStarting(LoginRequest login, String client) {
        this.login = login;
        this.client = client;
    }

    /**
     * The login as asked for.
     *
     * @return the login, never with the password
     */
    public LoginRequest login() {
        return login;
    }

    /**
     * The client that the login is for.
     *
     * @return the client's name
     */
    public String client() {
        return client;
    }

    /** Refuses this login. The caller gets the answer of a wrong password. */
    public void veto() {
        vetoed.set(true);
    }

    /**
     * Whether an observer has refused this login.
     *
     * @return true after {@link #veto()}
     */
    public boolean isVetoed() {
        return vetoed.get();
    }
}
