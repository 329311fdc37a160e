package io.personaagent.core.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections and then either never says a word, or resets them. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final boolean resetting;

    private SilentServer(boolean resetting) {
        this.resetting = resetting;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        Thread thread = new Thread(this::take, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that never answers. */
    public static SilentServer silent() {
        return new SilentServer(false);
    }

    /** One that breaks each connection hard (TCP reset) as soon as something was said to it. */
    public static SilentServer resetting() {
        return new SilentServer(true);
    }

    /** {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections there were. */
    public int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void take() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                taken.incrementAndGet();
                open.add(socket);
                if (resetting && socket.getInputStream().read() >= 0) {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            } catch (IOException closed) {
                // the next one, if the server still lives
            }
        }
    }
}
