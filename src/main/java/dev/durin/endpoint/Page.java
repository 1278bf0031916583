package dev.durin.endpoint;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small page: a heading, a text, and perhaps a form that is sent to the page's own address.
 *
 * @param locale the language that it is in
 * @param heading its heading
 * @param text what it says
 * @param fields what the form asks for, possibly nothing but to be sent
 * @param button what the button of the form says; empty when there is no form
 * @param next where the form's answer may send the browser, separated by spaces; empty when it stays
 */
record Page(Locale locale, String heading, String text, List<Field> fields, String button, String next) {

    /** A page that says something. */
    static Page of(Locale locale, String heading, String text) {
        return new Page(locale, heading, text, List.of(), "", "");
    }

    /** The answer with it, which no script, no frame and no other site has a part in. */
    Response response(int status) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", policy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                // As bytes: some servers take the text of a bad request for something to be escaped.
                .entity(html().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    String html() {
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s</main>
                </body>
                </html>
                """,
                escaped(locale.toLanguageTag()),
                escaped(heading),
                escaped(heading),
                escaped(text),
                form());
    }

    /** Browsers look at {@code form-action} also where the answer to a form sends them. */
    String policy() {
        return "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                + Stream.of(next.split(" "))
                        .filter(target -> !target.isEmpty() && !target.startsWith("/"))
                        .map(target -> " " + origin(URI.create(target)))
                        .distinct()
                        .collect(Collectors.joining());
    }

    private static String origin(URI target) {
        return target.getScheme() + "://" + Objects.toString(target.getRawAuthority(), "");
    }

    private String form() {
        if (button.isEmpty()) {
            return "";
        }
        return fields.stream().map(Field::html).collect(Collectors.joining("", "<form method=\"post\">\n", ""))
                + "<p><button type=\"submit\">" + escaped(button) + "</button></p>\n</form>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A field of the form, for a new password.
     *
     * @param name its name
     * @param label what it asks for
     */
    record Field(String name, String label) {
        String html() {
            return "<p><label>" + escaped(label) + " <input type=\"password\" name=\"" + escaped(name)
                    + "\" autocomplete=\"new-password\" required></label></p>\n";
        }
    }
}
