package dev.durin.it;

import static dev.durin.it.FuzzWords.any;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes requests out of a seed and a number: the same ones each time, but for the tokens that the server gives. */
final class FuzzRequests {

    static final List<String> CALLERS = List.of("fuzz1", "fuzz2", "fuzz3", "fuzz4");

    static final String LOGIN = "POST api/auth/login";
    static final String SESSION = "DELETE api/auth/sessions/";
    static final String SCOPED = "POST api/auth/scoped";

    /** With scoped tokens. */
    static final String ECHO = "GET api/echo/fuzz";

    /** What is called, more often the more often it is here. Without logins there are no tokens. */
    static final List<String> KINDS = List.of(
            LOGIN,
            LOGIN,
            LOGIN,
            LOGIN,
            LOGIN,
            "POST api/auth/refresh",
            "POST api/auth/refresh",
            "POST api/auth/logout",
            "DELETE api/auth/logout",
            "POST api/auth/logoutall",
            "GET api/auth/sessions",
            "GET api/auth/sessions",
            SESSION,
            SESSION,
            "GET api/auth/apiaccess",
            "POST api/auth/apiaccess",
            "DELETE api/auth/apiaccess",
            "GET api/who/authenticated",
            "GET api/who/only-web",
            "GET api/who/admin",
            "GET secured/who",
            SCOPED,
            SCOPED,
            ECHO,
            ECHO);

    private static final String REGISTER = "POST api/auth/register";
    private static final String RESEND = "POST api/auth/register/resend";
    private static final String CONFIRM = "api/auth/register/confirm/" + "7f".repeat(32);

    /** What is called where there is registration. */
    static final List<String> KINDS_OF_REGISTRATION =
            List.of(REGISTER, REGISTER, REGISTER, RESEND, "POST " + CONFIRM, "GET " + CONFIRM);

    private static final String PASSWORD = "POST api/auth/account/password";
    private static final String EMAIL = "POST api/auth/account/email";
    private static final String FORGOTTEN = "POST api/auth/account/forgotten";
    private static final String RESET = "api/auth/account/reset/" + "7f".repeat(32);

    /** What is called where Durin keeps accounts. */
    static final List<String> KINDS_OF_ACCOUNTS = List.of(
            LOGIN,
            LOGIN,
            LOGIN,
            "GET api/auth/account",
            "GET api/auth/account",
            PASSWORD,
            EMAIL,
            FORGOTTEN,
            "GET " + RESET,
            "POST " + RESET,
            REGISTER,
            SCOPED,
            ECHO);

    private static final List<String> WITH_FIELDS =
            List.of(LOGIN, REGISTER, RESEND, PASSWORD, EMAIL, FORGOTTEN, "POST " + RESET);

    private static final List<String> CLIENTS = List.of("web", "mobile", "kiosk", "cli");
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final FuzzTokens tokens;
    private final List<String> kinds;

    FuzzRequests(long seed, FuzzTokens tokens, List<String> kinds) {
        this.seed = seed;
        this.tokens = tokens;
        this.kinds = kinds;
    }

    FuzzRequest make(int index) {
        SplittableRandom random = new SplittableRandom(seed + index * STEP);
        FuzzRequest request = new FuzzRequest(index, any(kinds, random), any(CALLERS, random));
        if (request.kind.equals(SESSION)) {
            request.path += tokens.id(request.caller, random);
        }
        if (WITH_FIELDS.contains(request.kind)) {
            fill(request, random);
        }
        if (request.kind.equals(SCOPED)) {
            fillScope(request, random);
        }
        if (request.kind.equals(ECHO)) {
            addScoped(request, tokens.scoped(request.caller, random), random);
        } else if (!request.kind.equals(LOGIN) || random.nextInt(10) == 0) {
            request.headers.add("Authorization: " + authorization(tokens.token(request.caller, random), random));
        }
        for (int mutations = random.nextInt(10); mutations >= 4; mutations -= 3) {
            mutate(request, random);
        }
        return request;
    }

    private static void fill(FuzzRequest request, SplittableRandom random) {
        boolean spoilt = random.nextInt(3) == 0;
        Map<String, String> fields = new TreeMap<>(Map.of(
                "username", request.caller, "password", request.caller + "-pass-1", "client", any(CLIENTS, random)));
        if (!request.kind.equals(LOGIN)) {
            fields.put("email", request.caller + "@example.com");
            fields.put("new_password", request.caller + "-pass-1");
        }
        String field = any(List.of("username", "password", "client", "extra"), random);
        switch (random.nextInt(3)) {
            case 0 -> {
                fields.replaceAll((name, value) -> '"' + value + '"');
                spoil(fields, field, spoilt, any(FuzzWords.JSON_VALUES, random));
                body(request, "application/json", json(fields));
            }
            case 1 -> {
                spoil(fields, field, spoilt, value(random).replace("%s%n%x", "%zz"));
                body(request, "application/x-www-form-urlencoded", form(fields));
            }
            default -> {
                spoil(fields, field, spoilt, value(random));
                body(request, "multipart/form-data; boundary=frontier", parts(fields));
            }
        }
    }

    private static void fillScope(FuzzRequest request, SplittableRandom random) {
        Map<String, String> fields = new TreeMap<>(
                Map.of("scope", FuzzWords.SCOPES.get(0), "expires_in", "600", "recipient", "\"print shop\""));
        String field = any(List.of("scope", "scope", "expires_in", "recipient", "extra"), random);
        spoil(
                fields,
                field,
                random.nextInt(3) == 0,
                any(random.nextBoolean() ? FuzzWords.SCOPES : FuzzWords.JSON_VALUES, random));
        body(request, "application/json", json(fields));
    }

    /** In a header, or in the query. */
    private static void addScoped(FuzzRequest request, String token, SplittableRandom random) {
        String line = authorization(token, random).replaceFirst("(?i)token", "TmpToken");
        if (random.nextInt(3) > 0) {
            request.headers.add("Authorization: " + line);
        } else {
            String spoilt = line.substring(line.indexOf(' ') + 1).replaceAll("[^A-Za-z0-9._~-]", "");
            request.query = "?TOKEN=" + spoilt + (random.nextInt(8) == 0 ? "&TOKEN=" + token : "");
        }
    }

    private static void spoil(Map<String, String> fields, String field, boolean really, String value) {
        if (really) {
            fields.put(field, value);
        }
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String parts(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "--frontier\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--frontier--\r\n"));
    }

    private static void body(FuzzRequest request, String type, String text) {
        request.headers.add("Content-Type: " + type);
        request.body = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String value(SplittableRandom random) {
        return random.nextBoolean() ? any(FuzzWords.VALUES, random) : FuzzWords.bytes(random, 40);
    }

    /** Mostly good: what is refused at the door reaches nothing. */
    private static String authorization(String token, SplittableRandom random) {
        return switch (random.nextInt(32)) {
            case 0 -> "Token " + flipped(token, random);
            case 1 -> "Token " + token.substring(random.nextInt(token.length()));
            case 2 -> "Token " + token + FuzzWords.text(random, 20);
            case 3 -> "token \t " + token;
            case 4 -> "Token " + token.toUpperCase(Locale.ROOT);
            case 5 -> "Token " + "f".repeat(random.nextInt(7_000));
            case 6 -> FuzzWords.text(random, 30) + " " + token;
            case 7 -> "Token " + token + "\r\nAuthorization: Token " + token;
            default -> "Token " + token;
        };
    }

    private static String flipped(String token, SplittableRandom random) {
        StringBuilder text = new StringBuilder(token);
        text.setCharAt(random.nextInt(token.length()), (char) random.nextInt('!', 0x7f));
        return text.toString();
    }

    private static void mutate(FuzzRequest request, SplittableRandom random) {
        switch (random.nextInt(9)) {
            case 0 -> request.method = method(random);
            case 1 -> mutatePath(request, random);
            case 2 -> mutateQuery(request, random);
            case 3 -> request.headers.add("Accept: " + any(FuzzWords.TYPES, random));
            case 4 ->
                request.headers.replaceAll(line ->
                        line.startsWith("Content-Type") ? "Content-Type: " + any(FuzzWords.TYPES, random) : line);
            case 5, 6 -> addHeader(request, random);
            default -> mutateBody(request, random);
        }
    }

    private static String method(SplittableRandom random) {
        return random.nextInt(8) == 0
                ? random.ints(random.nextInt(1, 12), 'A', 'Z' + 1)
                        .mapToObj(character -> String.valueOf((char) character))
                        .collect(Collectors.joining())
                : any(FuzzWords.METHODS, random);
    }

    private static void mutatePath(FuzzRequest request, SplittableRandom random) {
        request.addressKept = false;
        if (random.nextInt(100) == 0) {
            request.refusable = true;
            request.path += any(FuzzWords.BROKEN_PATH_ENDS, random);
            return;
        }
        int at = random.nextInt(request.path.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> request.path = request.path.substring(0, at);
            case 1 ->
                request.path =
                        request.path.substring(0, at) + any(FuzzWords.PATH_ENDS, random) + request.path.substring(at);
            case 2 -> request.path += "a".repeat(random.nextInt(2_000));
            default -> request.path += any(FuzzWords.PATH_ENDS, random);
        }
    }

    private static void mutateQuery(FuzzRequest request, SplittableRandom random) {
        int kind = random.nextInt(5);
        request.refusable |= kind == 4;
        request.query = switch (kind) {
            case 0 -> "?" + "q".repeat(random.nextInt(5_000));
            case 1 -> "?username=fuzz1&password=fuzz1-pass-1&client=web";
            case 2 -> "?token=x&id=7&x=%00%ff&=&&;a";
            case 4 -> "?x={a}|b^`\"";
            default -> "?" + FuzzWords.text(random, 60).replaceAll("[#%\"<>\\\\^`{|}]", "");
        };
    }

    private static void addHeader(FuzzRequest request, SplittableRandom random) {
        String name = any(FuzzWords.HEADERS, random);
        if (random.nextInt(6) == 0) {
            request.refusable = true;
            request.headers.add(name + ": " + FuzzWords.bytes(random, 30));
        } else {
            request.headers.add(
                    name + ": " + (random.nextBoolean() ? any(FuzzWords.VALUES, random) : FuzzWords.text(random, 200)));
        }
    }

    private static void mutateBody(FuzzRequest request, SplittableRandom random) {
        String text = new String(request.body, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(text.length() + 1);
        String changed =
                switch (random.nextInt(8)) {
                    case 0 -> text.substring(0, at);
                    case 1 -> text.substring(at);
                    case 2 -> text + text;
                    case 3 -> text.substring(0, at) + any(FuzzWords.JSON_VALUES, random) + text.substring(at);
                    case 4 -> FuzzWords.bytes(random, 200);
                    case 5 -> random.nextInt(3) == 0 ? text + "a".repeat(70_000) : text;
                    default ->
                        text.substring(0, at)
                                + FuzzWords.bytes(random, 3)
                                + text.substring(Math.min(text.length(), at + 1));
                };
        request.body = changed.getBytes(StandardCharsets.ISO_8859_1);
        request.chunked = random.nextInt(4) == 0 && request.method.equals("POST");
    }
}
