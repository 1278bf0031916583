package dev.durin.token;

/**
 * The text of a token: a secret, which whoever holds it can use. Only {@link #reveal()} gives it away; {@code toString}
 * shows the last four characters. Not serializable on purpose.
 */
public final class TokenText {

    private final String text;

    TokenText(String text) {
        this.text = text;
    }

    /**
     * The secret itself, for the one answer that hands it to its owner.
     *
     * @return the whole text; never log or store it
     */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "TokenText[…" + text.substring(text.length() - 4) + "]";
    }
}
