package dev.durin.token;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.Lifetime;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Writes and reads the texts of tokens, with the keys in use. */
@Part
class TokenTexts {

    private final TokenKeys keys;
    private final TokenFormat format;

    @Inject
    TokenTexts(TokenKeys keys, Settings settings) {
        this.keys = keys;
        this.format =
                new TokenFormat(settings.token().prefix(), settings.token().length());
    }

    /** The parts of a new token that begins now. */
    FreshToken fresh(Lifetime lifetime, Instant now) {
        return new FreshToken(format.newSelector(), keys.signing().id(), now, lifetime.from(now));
    }

    /** The text of a token, unless the key that made it is gone. */
    Optional<TokenText> write(StoredToken token) {
        return keys.byId(token.keyId()).map(key -> format.write(token.selector(), key));
    }

    /** Whether the key of this id still makes or checks tokens. */
    boolean hasKey(String id) {
        return keys.byId(id).isPresent();
    }

    /** Whether a text looks like a token, whoever has made it. */
    boolean isWritten(String text) {
        return format.isWritten(text);
    }

    /** What a text stands for, if one of our keys has made it. */
    Optional<TokenFormat.Checked> check(String text) {
        return format.check(text, keys.all());
    }
}
