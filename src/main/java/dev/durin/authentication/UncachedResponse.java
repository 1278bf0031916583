package dev.durin.authentication;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer that says that it is kept nowhere and its address told nobody, whatever is written over it. */
final class UncachedResponse extends HttpServletResponseWrapper {

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String REFERRER_POLICY = "Referrer-Policy";

    UncachedResponse(HttpServletResponse response) {
        super(response);
        write(response);
    }

    /** Both headers, in place of what there is. */
    static void write(HttpServletResponse response) {
        response.setHeader(CACHE_CONTROL, "no-store");
        response.setHeader(REFERRER_POLICY, "no-referrer");
    }

    private static boolean isOurs(String name) {
        return name.equalsIgnoreCase(CACHE_CONTROL) || name.equalsIgnoreCase(REFERRER_POLICY);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isOurs(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isOurs(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        write((HttpServletResponse) getResponse());
    }
}
