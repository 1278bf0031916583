package dev.durin.endpoint;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Takes a multipart body apart with the server's own reader. Called by hand, so that a body which is none is answered by
 * Durin and not by the server's page.
 */
final class Multipart {

    private static final Logger LOGGER = System.getLogger(Multipart.class.getName());
    private static final GenericType<List<EntityPart>> PARTS = new GenericType<>() {};

    private Multipart() {}

    static List<EntityPart> read(InputStream body, HttpHeaders headers, Providers providers) {
        MessageBodyReader<List<EntityPart>> reader = reader(headers, providers);
        try {
            return reader.readFrom(
                    raw(),
                    PARTS.getType(),
                    new Annotation[0],
                    headers.getMediaType(),
                    headers.getRequestHeaders(),
                    body);
        } catch (IOException | RuntimeException e) {
            // The reader's message may quote the body, and with it a password.
            LOGGER.log(
                    Level.DEBUG,
                    "A body was no multipart form: {0}",
                    e.getClass().getName());
            throw ProblemException.badRequest("Multipart form parse error - the body is not multipart/form-data.");
        }
    }

    private static MessageBodyReader<List<EntityPart>> reader(HttpHeaders headers, Providers providers) {
        MessageBodyReader<List<EntityPart>> reader =
                providers.getMessageBodyReader(raw(), PARTS.getType(), new Annotation[0], headers.getMediaType());
        if (reader == null) {
            throw new IllegalStateException("the server has no reader for " + headers.getMediaType());
        }
        return reader;
    }

    @SuppressWarnings("unchecked") // a list of anything is read as the list of parts that the generic type names
    private static Class<List<EntityPart>> raw() {
        return (Class<List<EntityPart>>) PARTS.getRawType();
    }
}
