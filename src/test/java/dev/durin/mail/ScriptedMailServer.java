package dev.durin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers what a test wants, and keeps every line as it came over the wire. Recipients whose address
 * begins with {@code unknown} are refused, those with {@code busy} are put off. Anybody may log in.
 */
public final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean silent;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private ScriptedMailServer(ServerSocket socket, boolean silent) {
        this.socket = socket;
        this.silent = silent;
        thread = new Thread(this::accept, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static ScriptedMailServer start() {
        return start(false);
    }

    /** One that takes connections and says nothing. */
    public static ScriptedMailServer silent() {
        return start(true);
    }

    private static ScriptedMailServer start(boolean silent) {
        try {
            return new ScriptedMailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), silent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.size();
    }

    /** Every line that clients have sent. */
    public List<String> lines() {
        return new ArrayList<>(lines);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                if (socket.isClosed()) {
                    connection.close();
                } else if (!silent) {
                    talk(connection);
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void talk(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = connection.getOutputStream()) {
            say(out, "220 localhost");
            boolean text = false;
            for (Optional<String> line = read(in); line.isPresent(); line = read(in)) {
                text = text ? !ends(line.get(), out) : begins(line.get(), out);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private Optional<String> read(BufferedReader in) throws IOException {
        Optional<String> line = Optional.ofNullable(in.readLine());
        line.ifPresent(lines::add);
        return line;
    }

    /** Whether the text of a mail follows. */
    private static boolean begins(String line, OutputStream out) throws IOException {
        if (line.startsWith("DATA")) {
            say(out, "354 go on");
            return true;
        }
        if (line.startsWith("EHLO")) {
            say(out, "250-localhost\r\n250 AUTH PLAIN");
        } else if (line.startsWith("AUTH")) {
            say(out, "235 2.7.0 it is you");
        } else if (line.startsWith("RCPT TO:<unknown")) {
            say(out, "550 5.1.1 " + line.substring(8) + " is nobody here");
        } else if (line.startsWith("RCPT TO:<busy")) {
            say(out, "450 4.2.0 " + line.substring(8) + " come again");
        } else {
            say(out, "250 good");
        }
        return false;
    }

    private static boolean ends(String line, OutputStream out) throws IOException {
        if (line.equals(".")) {
            say(out, "250 taken");
            return true;
        }
        return false;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Waits for the thread: until it has left its {@code accept}, the kernel goes on listening for it. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
