package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorded request, sent again. */
final class WireRequest {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final Pattern SHORTENED =
            Pattern.compile("^(.*)(.)\\.{3}\\((\\d+) (?:characters|bytes)\\)$", Pattern.DOTALL);
    private static final String MULTIPART = "multipart/form-data; boundary=";
    private static final Pattern BYTES = Pattern.compile("^b'(.*)'$");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private final URI root;
    private final WireNames names;
    private final WireCase recorded;

    WireRequest(URI root, WireNames names, WireCase recorded) {
        this.root = root;
        this.names = names;
        this.recorded = recorded;
    }

    WireAnswer send() {
        try {
            boolean ascii = headers().stream()
                    .allMatch(header -> StandardCharsets.US_ASCII.newEncoder().canEncode(header.getValue()));
            return ascii ? sendByClient() : sendBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private WireAnswer sendByClient() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri())
                .timeout(Duration.ofSeconds(60))
                .method(recorded.method(), BodyPublishers.ofByteArray(body()));
        headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new WireAnswer(response.statusCode(), response.headers(), response.body());
    }

    /** The JDK's client sends ASCII alone. By HTTP 1.0, which ends an answer with the connection. */
    private WireAnswer sendBytes() throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            String lines = headers().stream()
                    .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                    .collect(Collectors.joining());
            String request = recorded.method() + " " + uri().getRawPath() + " HTTP/1.0\r\nHost: " + root.getAuthority()
                    + "\r\n" + lines + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = answer.split("\r\n\r\n", 2);
            List<String> head = parts[0].lines().toList();
            Map<String, List<String>> fields = head.stream()
                    .skip(1)
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> List.of(
                                    line.substring(line.indexOf(':') + 1).strip()),
                            (one, other) -> one));
            return new WireAnswer(
                    Integer.parseInt(head.get(0).split(" ", 3)[1]),
                    HttpHeaders.of(fields, (name, value) -> true),
                    parts[1]);
        }
    }

    /** Put together as text: resolving would make one slash of two. */
    private URI uri() {
        String path = names.resolvePath(recorded.request().getString("path"));
        return URI.create(root + recorded.recording().path(path));
    }

    private List<Map.Entry<String, String>> headers() {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        recorded.request().getJsonObject("headers").forEach((name, value) -> {
            List<JsonString> values = value instanceof JsonString one
                    ? List.of(one)
                    : value.asJsonArray().getValuesAs(JsonString.class);
            values.forEach(each -> headers.add(Map.entry(name, names.resolve(whole(each.getString())))));
        });
        return headers;
    }

    private byte[] body() {
        JsonValue body = recorded.request().get("body");
        if (body.equals(JsonValue.NULL)) {
            return new byte[0];
        }
        if (body instanceof JsonString text) {
            String whole = whole(text.getString());
            boolean bytes = BYTES.matcher(text.getString()).matches();
            return whole.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
        return text(body).getBytes(StandardCharsets.UTF_8);
    }

    private String text(JsonValue body) {
        String type = recorded.request().getJsonObject("headers").getString("Content-Type", "");
        if (type.startsWith(MULTIPART)) {
            return parts(body.asJsonObject(), type.substring(MULTIPART.length()));
        }
        return type.equals("application/x-www-form-urlencoded")
                ? form(body.asJsonObject())
                : wholeMembers(body).toString();
    }

    private static String parts(JsonObject body, String boundary) {
        return body.keySet().stream()
                        .map(name -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                                + "\"\r\n\r\n" + body.getString(name) + "\r\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\r\n";
    }

    private static String form(JsonObject body) {
        return body.keySet().stream()
                .map(name -> Api.encode(name) + "=" + Api.encode(body.getString(name)))
                .collect(Collectors.joining("&"));
    }

    private static JsonValue wholeMembers(JsonValue body) {
        if (body instanceof JsonObject object) {
            var members = Json.createObjectBuilder();
            object.forEach((name, value) -> members.add(
                    name, value instanceof JsonString text ? Json.createValue(whole(text.getString())) : value));
            return members.build();
        }
        return body;
    }

    /** Undoes how the recording writes long texts, {@code xxx...(5000 characters)}, and bytes, {@code b'\xff'}. */
    private static String whole(String text) {
        Matcher shortened = SHORTENED.matcher(text);
        if (shortened.matches()) {
            String begin = shortened.group(1);
            String end = begin.startsWith("{") ? "\"}" : "";
            int missing = Integer.parseInt(shortened.group(3)) - begin.length() - end.length();
            return begin + shortened.group(2).repeat(missing) + end;
        }
        Matcher bytes = BYTES.matcher(text);
        return bytes.matches() ? BYTE.matcher(bytes.group(1)).replaceAll(WireRequest::character) : text;
    }

    private static String character(MatchResult escape) {
        return String.valueOf((char) Integer.parseInt(escape.group(1), 16));
    }
}
