package dev.durin.config;

import java.util.List;

/** Reads the settings of scoped tokens. */
final class ScopedReader {

    private final SettingsReader reader;

    ScopedReader(SettingsReader reader) {
        this.reader = reader;
    }

    ScopedSettings read(List<String> headerPrefixes) {
        String prefix = reader.value(AllScopedSettings.HEADER_PREFIX);
        if (headerPrefixes.stream().anyMatch(prefix::equalsIgnoreCase)) {
            reader.fault(AllScopedSettings.HEADER_PREFIX.key() + "=" + prefix + ": "
                    + AllSettings.HEADER_PREFIXES.key() + " has it already, and the scheme tells which kind of token it"
                    + " is; such as " + AllScopedSettings.HEADER_PREFIX.key() + "=TmpToken");
        }
        return new ScopedSettings(
                reader.value(AllScopedSettings.MAX_AGE),
                reader.value(AllScopedSettings.CLOCK_SKEW),
                reader.value(AllScopedSettings.ISSUER),
                reader.value(AllScopedSettings.AUDIENCE),
                prefix,
                new ScopedSettings.Query(
                        reader.value(AllScopedSettings.QUERY_PARAMETER),
                        reader.value(AllScopedSettings.QUERY_UNSAFE_METHODS)),
                reader.value(AllScopedSettings.GET_COVERS_HEAD),
                reader.value(AllScopedSettings.OUT_OF_SCOPE_STATUS));
    }
}
