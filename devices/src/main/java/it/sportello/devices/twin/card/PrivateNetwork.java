package it.sportello.devices.twin.card;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One thread that lives in the network namespace of another process (Linux {@code setns}). A socket belongs for ever to
 * the namespace in which it was made, so lines opened by this thread can be used by all. Needs CAP_SYS_ADMIN.
 */
final class PrivateNetwork implements AutoCloseable {
    private static final int O_RDONLY = 0;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    private static final int GET_FLAGS = 0x8913;
    private static final int SET_FLAGS = 0x8914;
    private static final int NAME_LENGTH = 16;
    private static final int REQUEST_LENGTH = 40;
    private static final short UP = 1;

    private final NativeLibrary c = NativeLibrary.getInstance("c");
    private final ExecutorService inside = Executors.newSingleThreadExecutor(body -> {
        Thread thread = new Thread(body, "virtual-card-network");
        thread.setDaemon(true);
        return thread;
    });

    /** Enters the network of a process and raises its loopback interface. */
    static PrivateNetwork of(long processId) throws IOException {
        PrivateNetwork network = new PrivateNetwork();
        try {
            network.onThread(() -> {
                network.enter("/proc/" + processId + "/ns/net");
                network.raiseLoopback();
                return "";
            });
            return network;
        } catch (IOException failed) {
            network.close();
            throw failed;
        }
    }

    /** Opens a line from inside. */
    Socket open(VpcdDoor door) throws IOException {
        return onThread(door::open);
    }

    @Override
    public void close() {
        inside.shutdownNow();
    }

    @FunctionalInterface
    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> T onThread(Task<T> task) throws IOException {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.run();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                },
                inside);
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw new IOException("The daemon's network is out of reach", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted on the way to the daemon's network", stopped);
        }
    }

    private void enter(String namespace) throws IOException {
        int descriptor = call("open", namespace, O_RDONLY);
        try {
            call("setns", descriptor, CLONE_NEWNET);
        } finally {
            call("close", descriptor);
        }
    }

    /** A new network has its loopback down; struct ifreq is a name of 16 bytes and the flags. */
    private void raiseLoopback() throws IOException {
        int socket = call("socket", AF_INET, SOCK_DGRAM, 0);
        try (Memory request = new Memory(REQUEST_LENGTH)) {
            request.clear();
            byte[] name = "lo".getBytes(StandardCharsets.US_ASCII);
            request.write(0, name, 0, name.length);
            call("ioctl", socket, (long) GET_FLAGS, Pointer.createConstant(Pointer.nativeValue(request)));
            request.setShort(NAME_LENGTH, (short) (request.getShort(NAME_LENGTH) | UP));
            call("ioctl", socket, (long) SET_FLAGS, Pointer.createConstant(Pointer.nativeValue(request)));
        } finally {
            call("close", socket);
        }
    }

    private int call(String name, Object... arguments) throws IOException {
        Function function = c.getFunction(name);
        int result = function.invokeInt(arguments);
        if (result < 0) {
            throw new IOException(name + " failed with error " + Native.getLastError());
        }
        return result;
    }
}
