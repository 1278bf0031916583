package dev.durin.endpoint;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;

/** Writes answers. Members that are null are written, so that a client finds what it looks for. */
final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private Json() {}

    static byte[] write(Object answer) {
        return JSONB.toJson(answer).getBytes(StandardCharsets.UTF_8);
    }
}
