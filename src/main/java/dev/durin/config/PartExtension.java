package dev.durin.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes beans of the {@link Part}s where the server finds none of them: in a WAR of an EAR, one server knows no stereotype
 * that the WAR brings itself.
 */
public class PartExtension implements Extension {

    /** The names of all parts, a line each. */
    static final String LIST = "META-INF/durin/parts";

    private boolean found;

    /** For the container. */
    public PartExtension() {}

    void see(@Observes @WithAnnotations(Part.class) ProcessAnnotatedType<?> event) {
        found |= event.getAnnotatedType().getJavaClass().getClassLoader() == PartExtension.class.getClassLoader();
    }

    void add(@Observes AfterTypeDiscovery event) {
        if (found) {
            return;
        }
        // Of two applications in one archive that both have Durin, servers take two types of one id for one.
        String place = PartExtension.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        for (String name : names()) {
            event.addAnnotatedType(load(name), name + " of " + place);
        }
    }

    /** The names of all parts. */
    static List<String> names() {
        try (InputStream list = PartExtension.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the JAR has no " + LIST);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PartExtension.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(LIST + " names a class that the JAR does not have", e);
        }
    }
}
