package dev.durin.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is kept alive as long as the server wants. Reads no more of an answer than where it ends. */
final class LoadConnection implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");

    private final int port;
    private final byte[] buffer = new byte[65_536];
    private Socket socket;
    private InputStream input;
    private OutputStream output;
    private int filled;

    /** The header of the last answer, and how long its body was: the next one mostly has as long a header. */
    private int lastHeader = -1;

    private int lastLength;
    private byte[] lastText = new byte[0];
    private boolean lastCloses;

    LoadConnection(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        input = socket.getInputStream();
        output = socket.getOutputStream();
    }

    /** Sends a request and reads its answer, which must be 200. */
    void exchange(byte[] request) throws IOException {
        output.write(request);
        filled = 0;
        int header = readHeader();
        parse(header);
        while (filled < header + lastLength) {
            fill();
        }
        if (lastCloses) {
            socket.close();
            open();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int readHeader() throws IOException {
        int searched = 0;
        while (true) {
            fill();
            for (int at = searched; at + 3 < filled; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                    return at + 4;
                }
            }
            searched = Math.max(0, filled - 3);
        }
    }

    private void fill() throws IOException {
        int read = input.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server has closed the connection within an answer");
        }
        filled += read;
    }

    /** The same header as the last time means the same. */
    private void parse(int header) throws IOException {
        if (header == lastHeader && Arrays.equals(buffer, 0, header, lastText, 0, header)) {
            return;
        }
        String text = new String(buffer, 0, header, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException("Not 200 but: " + new String(buffer, 0, filled, StandardCharsets.ISO_8859_1));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(lower);
        if (!length.find()) {
            throw new IOException("No Content-Length in: " + text);
        }
        lastLength = Integer.parseInt(length.group(1));
        lastCloses = lower.contains("\r\nconnection: close");
        lastHeader = header;
        lastText = text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
