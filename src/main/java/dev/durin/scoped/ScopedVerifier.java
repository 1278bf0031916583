package dev.durin.scoped;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.ScopedSettings;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.token.SignedToken;
import dev.durin.token.SignedTokens;
import dev.durin.token.SignedVerification;
import dev.durin.token.Verification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Checks scoped tokens: first that one of our keys has made it, then what it says of itself, and only then whether it has
 * ended and what its caller may do. Thread-safe.
 */
@Part
public class ScopedVerifier {

    private static final ScopedVerification UNKNOWN = new ScopedVerification.Refused(new Verification.Unknown());
    private static final ScopedVerification EXPIRED = new ScopedVerification.Refused(new Verification.Expired());

    private final ScopedFormat format;
    private final SignedTokens signedTokens;
    private final Audience audience;
    private final ScopedSettings settings;
    private final TimeSource time;

    @Inject
    ScopedVerifier(
            ScopedFormat format,
            SignedTokens signedTokens,
            Audience audience,
            Settings settings,
            @Configured TimeSource time) {
        this.format = format;
        this.signedTokens = signedTokens;
        this.audience = audience;
        this.settings = settings.scoped();
        this.time = time;
    }

    /**
     * Checks a text.
     *
     * @param text what was presented as a token, whatever it is
     * @return whether it is good, and whose
     * @throws RuntimeException when it could not be checked, because the database, an identity store or
     *     {@link dev.durin.spi.CallerStatus} failed
     */
    public ScopedVerification verify(String text) {
        return format.read(text).map(this::verify).orElse(UNKNOWN);
    }

    private ScopedVerification verify(ScopedFormat.Read read) {
        Claims claims = read.claims();
        Instant now = time.now();
        if (!claims.issuer().equals(settings.issuer()) || !claims.audience().equals(audience.name())) {
            return UNKNOWN;
        }
        if (now.plus(settings.clockSkew()).isBefore(claims.issued()) || isTooLong(claims)) {
            return UNKNOWN;
        }
        if (!now.isBefore(claims.expiry())) {
            return EXPIRED;
        }
        SignedVerification verification = signedTokens.check(new SignedToken(
                claims.id(), claims.caller(), claims.generation(), claims.expiry(), read.parentSelector()));
        return verification instanceof SignedVerification.Valid valid
                ? new ScopedVerification.Valid(verified(claims, valid))
                : new ScopedVerification.Refused(((SignedVerification.Refused) verification).reason());
    }

    private boolean isTooLong(Claims claims) {
        return Duration.between(claims.issued(), claims.expiry()).compareTo(settings.maxAge()) > 0;
    }

    private static VerifiedScopedToken verified(Claims claims, SignedVerification.Valid valid) {
        return new VerifiedScopedToken(
                claims.id().text(),
                claims.caller(),
                valid.groups(),
                claims.operations(),
                claims.recipient(),
                claims.issued(),
                claims.expiry(),
                valid.parentToken());
    }
}
