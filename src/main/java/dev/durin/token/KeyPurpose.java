package dev.durin.token;

/** What authentication codes are made for. Each purpose has keys of its own, so that none passes for another. */
public enum KeyPurpose {

    /** Tokens, which only this package makes. */
    TOKENS("durin tokens"),

    /** Links that are sent by mail. */
    MAILED_LINKS("durin mailed links"),

    /** Signatures of scoped tokens. */
    SCOPED_TOKENS("durin scoped tokens");

    private final String label;

    KeyPurpose(String label) {
        this.label = label;
    }

    /** What tells the keys apart when they are derived. */
    String label() {
        return label;
    }
}
