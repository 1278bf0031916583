package dev.durin.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart form apart. By hand, because the readers of the servers write a warning into the log for a body that is
 * none, decode parts as mail would, or cannot be called by hand at all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class Multipart {

    private static final String LINE_END = "\r\n";
    private static final int LONGEST_BOUNDARY = 70;
    private static final List<String> PLAIN = List.of("7bit", "8bit", "binary");

    private Multipart() {}

    /**
     * The fields of a form. Of parts with the same name the last one counts.
     *
     * @param body the body
     * @param boundary what the content type says that parts are separated by
     * @throws ProblemException when it is no multipart form
     */
    static Map<String, FieldValue> fields(byte[] body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw broken("the content type needs a boundary of 1 to " + LONGEST_BOUNDARY + " characters");
        }
        // One character for each byte, so that positions in the one are positions in the other.
        String text = LINE_END + new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = LINE_END + "--" + boundary;
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            at += delimiter.length();
            if (text.startsWith("--", at)) {
                return fields;
            }
            int end = text.indexOf(delimiter, at);
            if (end >= 0) {
                readPart(text.substring(at, end), fields);
            }
            at = end;
        }
        throw broken("the body does not end with the boundary");
    }

    /** Reads from behind a delimiter, so that even a part without headers has the two line ends before its content. */
    private static void readPart(String text, Map<String, FieldValue> fields) {
        int blank = text.indexOf(LINE_END + LINE_END);
        if (blank < 0) {
            throw broken("a part has no empty line behind its headers");
        }
        Map<String, String> headers = headers(text.substring(0, blank));
        if (!PLAIN.contains(
                headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT))) {
            throw broken("a part has a Content-Transfer-Encoding, send it as it is");
        }
        Map<String, String> parameters = parameters(headers.getOrDefault("content-disposition", ""));
        String name = parameters.get("name");
        if (name == null) {
            throw broken("a part has no name");
        }
        boolean file = parameters.containsKey("filename") || parameters.containsKey("filename*");
        String content = text.substring(blank + 2 * LINE_END.length());
        fields.put(utf8(name), file ? new FieldValue.Other() : new FieldValue.Text(utf8(content)));
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** What stands behind the first semicolon. A backslash is itself: browsers write a quote in a name as {@code %22}. */
    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        int from = header.indexOf(';');
        while (from >= 0) {
            int equals = header.indexOf('=', from);
            if (equals < 0) {
                break;
            }
            boolean quoted = header.startsWith("\"", equals + 1);
            int end = quoted ? header.indexOf('"', equals + 2) : header.indexOf(';', equals);
            if (end < 0) {
                end = header.length();
            }
            parameters.put(
                    header.substring(from + 1, equals).strip().toLowerCase(Locale.ROOT),
                    header.substring(quoted ? equals + 2 : equals + 1, end).strip());
            from = header.indexOf(';', end);
        }
        return parameters;
    }

    private static String utf8(String bytes) {
        return RequestBody.utf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ProblemException broken(String why) {
        return ProblemException.badRequest("Multipart form parse error - " + why + ".");
    }
}
