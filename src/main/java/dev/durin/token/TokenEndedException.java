package dev.durin.token;

/** A token that was verified before has ended meanwhile, and with it the right to what was asked for. */
public class TokenEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenEndedException() {
        super("The token has ended meanwhile");
    }
}
