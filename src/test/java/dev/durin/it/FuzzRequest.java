package dev.durin.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A request of a fuzz run while it is being made: right at first, then less and less so. */
final class FuzzRequest {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    final int index;
    final String kind;
    final String caller;
    final List<String> headers = new ArrayList<>();
    String method;
    String path;
    String query = "";
    byte[] body = new byte[0];
    boolean chunked;

    /** Whether the address is still that of the endpoint. */
    boolean addressKept = true;

    /** Whether the server may refuse it before an application sees it. */
    boolean refusable;

    FuzzRequest(int index, String kind, String caller) {
        this.index = index;
        this.kind = kind;
        this.caller = caller;
        this.method = kind.substring(0, kind.indexOf(' '));
        this.path = kind.substring(kind.indexOf(' ') + 1);
    }

    /** Whether one of Durin's endpoints must answer it. */
    boolean isForDurin() {
        return addressKept && path.startsWith("api/auth/");
    }

    /** Whether it has what no address may have, by RFC 3986. */
    boolean hasNoAddress() {
        return !(path + query).matches("[!$&-;=?-Z_a-z~%]*");
    }

    boolean mayBeRefusedByTheServer() {
        return refusable
                || method.equals("TRACE")
                || path.length() + query.length() + String.join("\r\n", headers).length() > 7_500
                || ((chunked || body.length > 0) && !WITH_BODY.contains(method));
    }

    RawRequest raw() {
        if (method.equals("TRACE")) {
            // Payara refuses it without reading the body, and would take that for the next request.
            body = new byte[0];
        }
        RawRequest request = RawRequest.of(method + " " + path + query);
        headers.forEach(request::headers);
        if (chunked) {
            return request.headers("Transfer-Encoding: chunked").bodyAsDeclared(chunks());
        }
        return body.length > 0 || WITH_BODY.contains(method) ? request.body(body) : request;
    }

    private byte[] chunks() {
        String content = new String(body, StandardCharsets.ISO_8859_1);
        String chunk = content.isEmpty() ? "" : Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
        return (chunk + "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
