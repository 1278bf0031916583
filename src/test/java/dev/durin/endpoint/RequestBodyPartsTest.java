package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestBodyPartsTest {

    @Test
    void ofPartsWhenTextThenFields() {
        RequestBody body = RequestBody.ofParts(List.of(part("username", "Zoë"), part("password", " p ")));

        assertThat(body.required(Map.of("username", 255), Map.of("password", 255)))
                .containsOnly(entry("username", "Zoë"), entry("password", " p "));
    }

    @Test
    void ofPartsWhenFileThenNoText() {
        RequestBody body =
                RequestBody.ofParts(List.of(new Part("client", Optional.of("web.txt"), stream(new byte[] {'w'}))));

        assertThat(body.isOther("client")).isTrue();
        assertThat(body.textsWithout(List.of())).isEmpty();
    }

    @Test
    void ofPartsWhenNameRepeatedThenLastOne() {
        RequestBody body = RequestBody.ofParts(List.of(part("client", "web"), part("client", "cli")));

        assertThat(body.textsWithout(List.of())).containsOnly(entry("client", "cli"));
    }

    @Test
    void ofPartsWhenNotUtf8ThenRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RequestBody.ofParts(
                        List.of(new Part("username", Optional.empty(), stream(new byte[] {(byte) 0xff})))))
                .satisfies(e -> assertThat(e.problem().detail()).isEqualTo("The request body must be UTF-8."));
    }

    private static EntityPart part(String name, String text) {
        return new Part(name, Optional.empty(), stream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private record Part(String name, Optional<String> fileName, InputStream content) implements EntityPart {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Optional<String> getFileName() {
            return fileName;
        }

        @Override
        public InputStream getContent() {
            return content;
        }

        @Override
        public <T> T getContent(Class<T> type) {
            throw new UnsupportedOperationException("the content is read as a stream");
        }

        @Override
        public <T> T getContent(GenericType<T> type) {
            throw new UnsupportedOperationException("the content is read as a stream");
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }
    }
}
