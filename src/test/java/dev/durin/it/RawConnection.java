package dev.durin.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection to the server that sends whatever bytes it is given, which HTTP clients refuse to do. */
final class RawConnection implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(RawConnection.class.getName());
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI root;
    private Socket socket = new Socket();
    private InputStream input = InputStream.nullInputStream();

    /** The request before, and its answer: what is read now may still belong to them. */
    private String before = "";

    RawConnection(URI root) {
        this.root = root;
    }

    /** Sends a request and nothing more, whatever its head says of a body. */
    RawAnswer sendLast(byte[] request) throws IOException {
        connect();
        write(request);
        socket.shutdownOutput();
        return answer(request);
    }

    /** Sends a request and reads the answer; {@link RawAnswer#NONE} when the server hung up instead. */
    RawAnswer send(byte[] request) throws IOException {
        if (socket.isConnected() && !socket.isClosed()) {
            RawAnswer answer = exchange(request);
            if (answer.status() > 0) {
                return answer;
            }
            // It may have hung up after the request before: that says nothing about this one.
        }
        connect();
        return exchange(request);
    }

    private RawAnswer exchange(byte[] request) throws IOException {
        write(request);
        return answer(request);
    }

    private RawAnswer answer(byte[] request) throws IOException {
        RawAnswer answer = RawAnswer.NONE;
        try {
            answer = read(new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD "));
        } catch (IOException e) {
            close();
        }
        if (answer.closes()) {
            close();
        }
        before = new String(request, StandardCharsets.ISO_8859_1) + "\n" + answer;
        return answer;
    }

    /** To the end or not: the server may answer and hang up before it has read everything. */
    private void write(byte[] request) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.TRACE, "The server did not read to the end", e);
        }
    }

    private void connect() throws IOException {
        close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()), PATIENCE_MILLIS);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    private RawAnswer read(boolean head) throws IOException {
        String statusLine = line();
        if (!statusLine.startsWith("HTTP/1.")) {
            close();
            return new RawAnswer(599, List.of(), "No answer: " + statusLine + "\nBehind: " + before);
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        if (status < 200) {
            return read(head);
        }
        RawAnswer answer = new RawAnswer(status, headers, "");
        boolean empty = head || status == 204 || status == 304;
        return empty ? answer : new RawAnswer(status, headers, new String(body(answer), StandardCharsets.UTF_8));
    }

    private byte[] body(RawAnswer answer) throws IOException {
        if (answer.header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks();
        }
        String length = answer.header("content-length");
        return length.isEmpty() ? input.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            body.write(exactly(size));
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
