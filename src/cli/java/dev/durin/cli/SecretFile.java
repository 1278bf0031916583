package dev.durin.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with a token in it, which nobody but its owner may read. */
final class SecretFile {

    private static final String OWNER_ALONE = "rw-------";

    private SecretFile() {}

    /**
     * Writes the file, or replaces it. A new file takes its place, so that it is never open to others, not even for a while.
     *
     * @param whenItCannot what is said then of the token, which there is all the same
     */
    static void write(Path file, String token, String whenItCannot) {
        Path target = file.toAbsolutePath();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (SeekableByteChannel channel = Files.newByteChannel(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone(target))) {
                Channels.newOutputStream(channel).write((token + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailedException.refused("--save: " + file + " cannot be written. " + whenItCannot);
        }
    }

    /**
     * Looked at before there is a token that could get lost.
     *
     * @throws CommandFailedException when no file can be there
     */
    static void requireWritable(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isWritable(directory) || Files.isDirectory(file)) {
            throw CommandFailedException.usage("--save: there can be no file " + file + ".");
        }
    }

    /** File systems of Windows have no such attributes; there a file is its owner's by what its directory says. */
    private static FileAttribute<?>[] ownerAlone(Path target) {
        return target.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
    }
}
