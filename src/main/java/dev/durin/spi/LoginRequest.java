package dev.durin.spi;

import java.util.Map;
import java.util.Optional;

/**
 * A login as its caller asked for it, without the password.
 *
 * @param username the caller's name as given, trimmed
 * @param fields every text field of the body but {@code username} and {@code password}
 * @param headers the request's headers, names in lower case, several values joined by a comma; {@code authorization},
 *     {@code proxy-authorization} and {@code cookie} are left out
 * @param remoteAddress where it came from, as far as {@code durin.trusted-proxies} lets Durin know, or an empty text when unknown
 */
public record LoginRequest(
        String username, Map<String, String> fields, Map<String, String> headers, String remoteAddress) {

    /** Copies what could change. */
    public LoginRequest {
        fields = Map.copyOf(fields);
        headers = Map.copyOf(headers);
    }

    /**
     * A text field of the body.
     *
     * @param name the field's name
     * @return its value, or empty when the body has no such text
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The name that the token shall have, so that its owner knows it again: the field {@code token_name}.
     *
     * @return the name without white space around it, or an empty text; a token keeps 255 characters of it
     */
    public String tokenName() {
        return field("token_name").map(String::strip).orElse("");
    }

    /**
     * A header of the request.
     *
     * @param name the header's name in lower case
     * @return its value, or empty when there was none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without values of fields and headers: an application may have secrets of its own there. */
    @Override
    public String toString() {
        String text = "LoginRequest[username=" + username + ", fields=" + fields.keySet() + ", remoteAddress="
                + remoteAddress;
        // One line of a log, whatever was typed.
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ") + "]";
    }
}
