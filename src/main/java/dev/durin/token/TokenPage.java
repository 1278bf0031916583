package dev.durin.token;

import dev.durin.store.CappedCount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some tokens of a list. Immutable. */
public final class TokenPage {

    private final List<Token> tokens;
    private final @Nullable TokenPosition next;
    private final CappedCount count;

    TokenPage(List<Token> tokens, @Nullable TokenPosition next, CappedCount count) {
        this.tokens = List.copyOf(tokens);
        this.next = next;
        this.count = count;
    }

    static TokenPage empty() {
        return new TokenPage(List.of(), null, CappedCount.NONE);
    }

    /**
     * The tokens.
     *
     * @return the tokens in the order of the list
     */
    public List<Token> tokens() {
        return tokens;
    }

    /**
     * Where the next page begins.
     *
     * @return the place, or empty when there are no more
     */
    public Optional<TokenPosition> next() {
        return Optional.ofNullable(next);
    }

    /**
     * How many tokens the whole list has.
     *
     * @return the count
     */
    public CappedCount count() {
        return count;
    }
}
