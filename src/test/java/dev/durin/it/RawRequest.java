package dev.durin.it;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the line, right or wrong; one character is one byte of its head. */
final class RawRequest {

    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private byte @Nullable [] body;

    private RawRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Such as {@code GET api/auth/sessions}. */
    static RawRequest of(String methodAndPath) {
        int space = methodAndPath.indexOf(' ');
        return new RawRequest(methodAndPath.substring(0, space), methodAndPath.substring(space + 1));
    }

    /** One or several header lines. */
    RawRequest headers(String lines) {
        headers.add(lines);
        return this;
    }

    RawRequest token(String token) {
        return headers("Authorization: Token " + token);
    }

    /** A body, with its length. */
    RawRequest body(byte[] content) {
        headers("Content-Length: " + content.length);
        return bodyAsDeclared(content);
    }

    /** A body, with whatever length the headers say. */
    RawRequest bodyAsDeclared(byte[] content) {
        body = content;
        return this;
    }

    byte[] bytes(URI root) {
        StringBuilder head = new StringBuilder(method + " " + root.getPath() + path + " HTTP/1.1\r\n");
        head.append("Host: ").append(root.getAuthority()).append("\r\n");
        if (body == null && method.equals("POST")) {
            head.append("Content-Length: 0\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }
}
