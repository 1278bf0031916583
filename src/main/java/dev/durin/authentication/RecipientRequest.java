package dev.durin.authentication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose header with the recipient comes from its scoped token, whatever the client has sent. */
final class RecipientRequest extends HttpServletRequestWrapper {

    private final RequestCheck check;

    RecipientRequest(HttpServletRequest request, RequestCheck check) {
        super(request);
        this.check = check;
    }

    private Optional<String> recipient() {
        return check.told(this) instanceof Authentication.ScopedAuthenticated known
                ? known.token().recipient()
                : Optional.empty();
    }

    private static boolean isRecipient(String name) {
        return ScopedExchange.RECIPIENT_HEADER.equalsIgnoreCase(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isRecipient(name) ? recipient().orElse(null) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isRecipient(name)
                ? Collections.enumeration(recipient().map(List::of).orElse(List.of()))
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.removeIf(RecipientRequest::isRecipient);
        recipient().ifPresent(name -> names.add(ScopedExchange.RECIPIENT_HEADER));
        return Collections.enumeration(names);
    }

    @Override
    public int getIntHeader(String name) {
        return isRecipient(name) ? recipient().map(Integer::parseInt).orElse(-1) : super.getIntHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        if (!isRecipient(name)) {
            return super.getDateHeader(name);
        }
        if (recipient().isPresent()) {
            throw new IllegalArgumentException(name + " is no date");
        }
        return -1;
    }
}
