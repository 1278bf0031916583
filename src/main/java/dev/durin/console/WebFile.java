package dev.durin.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What a browser is given. Immutable. */
final class WebFile {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private static final int TAG_BYTES = 16;

    private final String mediaType;
    private final String tag;
    private final byte[] content;

    private WebFile(String name, byte[] content) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        this.mediaType = MEDIA_TYPES.getOrDefault(extension, "text/plain;charset=UTF-8");
        this.tag = tag(content);
        this.content = content;
    }

    /** A file of the JAR, one that is known to be there. */
    static WebFile ofJar(String path) {
        try (InputStream stream = WebFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The JAR of Durin has no " + path);
            }
            return new WebFile(path, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WebFile ofText(String name, String text) {
        return new WebFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String mediaType() {
        return mediaType;
    }

    /** Its entity tag, another one for other bytes. */
    String tag() {
        return tag;
    }

    int length() {
        return content.length;
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(content);
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
