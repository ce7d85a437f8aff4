package it.sportello.devices.twin.card;

import it.sportello.devices.DeviceFault;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PC/SC daemon with a virtual reader, for the twin of the card. Three ways, the first that works:
 *
 * <ol>
 *   <li><b>Private</b> (Linux, with CAP_SYS_ADMIN, as root usually has): the real {@code pcscd} in a mount namespace
 *       where {@code /run/pcscd} is a folder of ours, so that its socket and its process file are ours alone, and in a
 *       network namespace, so that the virtual reader's port can be reached by nobody else. Clients find the socket
 *       through {@link #socket()}, that is the environment variable PCSCLITE_CSOCK_NAME. A daemon of the machine and its
 *       real readers are not disturbed, and the private one may be stopped and started again at will.
 *   <li><b>The machine's own</b>: a daemon that runs already and has the virtual reader is used.
 *   <li><b>Shared</b>: a daemon on the machine's usual socket, when none runs there. Its virtual reader then listens on
 *       all network interfaces, as the driver always does: on closed machines only.
 * </ol>
 *
 * <p>Why the reader is not reversed, that is made to call the card (DEVICENAME with a host): the driver of Debian 12
 * (vsmartcard-vpcd 3.3+dfsg-2) then aborts the whole daemon ("bit out of range 0 - FD_SETSIZE on fd_set") as soon as the
 * line is closed or refused, and an open line is what tells that a card is in. The network namespace gives what reversing
 * was to give.
 *
 * <p>The daemon runs in the foreground under a small shell that ends it when its standard input closes, so it never
 * outlives this process, however that ends.
 */
public final class PcscDaemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PcscDaemon.class);
    private static final Path USUAL_FOLDER = Path.of("/run/pcscd");
    private static final String SOCKET = "pcscd.comm";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String KEEPER = "exec 3<&0; pcscd --foreground --config \"$1\" </dev/null & daemon=$!; "
            + "trap 'kill $daemon 2>/dev/null' TERM INT; (cat <&3 >/dev/null; kill $daemon 2>/dev/null) & wait $daemon";
    private static final String PRIVATE_KEEPER =
            "mkdir -p /run/pcscd && mount --bind \"$2\" /run/pcscd || exit 70; " + KEEPER;

    private final @Nullable Process process;
    private final @Nullable PrivateNetwork network;
    private final @Nullable Path socket;

    private PcscDaemon(@Nullable Process process, @Nullable PrivateNetwork network, @Nullable Path socket) {
        this.process = process;
        this.network = network;
        this.socket = socket;
    }

    /**
     * Starts a daemon, or finds one, and waits until it answers.
     *
     * @param folder of ours, for configuration, log and socket; its path has to be short (a socket's name holds 107
     *     bytes). The same folder gives the same socket again after a stop
     * @param withReader false for a daemon without any reader, which only the private way can give
     * @throws DeviceFault {@link DeviceFault#LINK_UNAVAILABLE} with the reason: usually that the packages pcscd and
     *     vsmartcard-vpcd are missing
     */
    public static PcscDaemon start(Path folder, boolean withReader) {
        try {
            Path configuration = configure(folder, withReader);
            PcscDaemon started = startPrivate(folder, configuration);
            if (started == null && withReader) {
                started = machineDaemon();
            }
            if (started == null && withReader) {
                started = startShared(folder, configuration);
            }
            if (started == null) {
                throw unavailable("pcscd non si avvia: servono i pacchetti pcscd e vsmartcard-vpcd; vedere "
                        + folder.resolve("pcscd.log"));
            }
            return started;
        } catch (IOException failed) {
            throw new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, List.of("pcscd"), failed);
        }
    }

    /**
     * Starts a daemon on the machine's usual socket, where every program finds it, or takes the one that runs there if it
     * has the virtual reader. The reader's port is in a network of its own, so that other hosts cannot reach it.
     *
     * @param folder of ours, for configuration and log
     * @param everyInterface whether the reader may listen on all network interfaces where no such network can be made
     * @throws DeviceFault {@link DeviceFault#LINK_UNAVAILABLE} with the reason and what to do
     */
    public static PcscDaemon startForAll(Path folder, boolean everyInterface) {
        Path socket = USUAL_FOLDER.resolve(SOCKET);
        try {
            if (accepts(socket)) {
                PcscDaemon found = machineDaemon();
                if (found == null) {
                    throw unavailable("a PC/SC daemon runs already and has no virtual reader. Install the package"
                            + " vsmartcard-vpcd and restart the daemon (systemctl restart pcscd), or stop it"
                            + " (systemctl stop pcscd.socket pcscd), or use --private");
                }
                return found;
            }
            Path configuration = configure(folder, true);
            Files.createDirectories(USUAL_FOLDER);
            PcscDaemon started = startConfined(folder, configuration);
            if (started == null && everyInterface) {
                started = startShared(folder, configuration);
            }
            if (started == null) {
                throw unavailable("the PC/SC daemon does not start behind closed doors. It needs the packages pcscd and"
                        + " vsmartcard-vpcd and the superuser's right to make network namespaces; without that right"
                        + " --every-interface lets the reader listen to the whole network");
            }
            return started;
        } catch (IOException failed) {
            throw new DeviceFault(
                    DeviceFault.LINK_UNAVAILABLE,
                    true,
                    List.of("the PC/SC daemon cannot be started here (" + failed + "): try it as the superuser"),
                    failed);
        }
    }

    /** Whether the daemon was started here and ends with {@link #close()}. */
    public boolean isOurs() {
        return process != null;
    }

    /** The private socket, to be given to clients; null when the daemon is on the machine's usual one. */
    public @Nullable Path socket() {
        return socket;
    }

    /** Whether the daemon is out of reach for the rest of the machine. */
    public boolean isPrivate() {
        return socket != null;
    }

    /** Whether the daemon still runs; one that we only found is taken to. */
    public boolean isAlive() {
        return process == null || process.isAlive();
    }

    /** The way into a slot of the virtual reader, 0 or 1. */
    public VpcdDoor slot(int number) {
        VpcdDoor local = VpcdDoor.local(number);
        PrivateNetwork inside = network;
        return inside == null ? local : () -> inside.open(local);
    }

    /** Stops the daemon, if it is ours. */
    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
        if (process == null) {
            return;
        }
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        try {
            process.getOutputStream().close();
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            LOG.debug("the daemon had gone already", alreadyGone);
        } catch (InterruptedException stopped) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static Path configure(Path folder, boolean withReader) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("reader.conf.d"));
        Files.createDirectories(folder.resolve("run"));
        Path reader = configuration.resolve("vpcd");
        Files.deleteIfExists(reader);
        if (withReader) {
            Path driver = VpcdDriver.find();
            if (driver == null) {
                throw unavailable("manca il lettore virtuale: installare il pacchetto vsmartcard-vpcd");
            }
            Files.writeString(
                    reader,
                    String.format(
                            "FRIENDLYNAME \"Virtual PCD\"%nDEVICENAME /dev/null:0x%X%nLIBPATH %s%nCHANNELID 0x%X%n",
                            VpcdDoor.FIRST_PORT, driver, VpcdDoor.FIRST_PORT));
        }
        return configuration;
    }

    private static @Nullable PcscDaemon startPrivate(Path folder, Path configuration) throws IOException {
        Path run = folder.resolve("run");
        Path socket = run.resolve(SOCKET);
        Files.deleteIfExists(socket);
        Files.deleteIfExists(run.resolve("pcscd.pid"));
        Process process = launch(
                folder, List.of("unshare", "-m", "-n", "sh", "-c", PRIVATE_KEEPER, "sh", configuration + "", run + ""));
        return confined(process, socket, socket);
    }

    private static @Nullable PcscDaemon startConfined(Path folder, Path configuration) {
        Process process = launch(folder, List.of("unshare", "-n", "sh", "-c", KEEPER, "sh", configuration.toString()));
        return confined(process, USUAL_FOLDER.resolve(SOCKET), null);
    }

    private static @Nullable PcscDaemon confined(@Nullable Process process, Path socket, @Nullable Path told) {
        if (process == null || !answers(socket, process)) {
            LOG.info("no PC/SC daemon with a network of its own here, see the log in its folder");
            return null;
        }
        try {
            return new PcscDaemon(process, PrivateNetwork.of(process.pid()), told);
        } catch (IOException refused) {
            new PcscDaemon(process, null, null).close();
            LOG.info("the daemon's network is out of reach", refused);
            return null;
        }
    }

    private static @Nullable PcscDaemon machineDaemon() {
        boolean there = accepts(USUAL_FOLDER.resolve(SOCKET)) && hasVirtualReader();
        return there ? new PcscDaemon(null, null, null) : null;
    }

    private static @Nullable PcscDaemon startShared(Path folder, Path configuration) throws IOException {
        Path socket = USUAL_FOLDER.resolve(SOCKET);
        boolean allowed = Files.isWritable(USUAL_FOLDER.getParent()) || Files.isWritable(USUAL_FOLDER);
        if (accepts(socket) || !allowed) {
            return null;
        }
        Files.createDirectories(USUAL_FOLDER);
        Process process = launch(folder, List.of("sh", "-c", KEEPER, "sh", configuration.toString()));
        if (process == null || !answers(socket, process)) {
            return null;
        }
        LOG.warn("the virtual reader listens on all network interfaces of this machine");
        return new PcscDaemon(process, null, null);
    }

    private static @Nullable Process launch(Path folder, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
            builder.environment().put("PATH", path + ":/usr/sbin:/sbin");
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("pcscd.log").toFile()));
            return builder.start();
        } catch (IOException noSuchProgram) {
            LOG.info("{} cannot be started: {}", command.get(0), noSuchProgram.getMessage());
            return null;
        }
    }

    private static boolean answers(Path socket, Process process) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (accepts(socket)) {
                return true;
            }
            if (!pause(20)) {
                break;
            }
        }
        process.destroy();
        return false;
    }

    private static boolean accepts(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException nobodyThere) {
            return false;
        }
    }

    /** A daemon that the system starts at the first client opens its readers a moment later. */
    private static boolean hasVirtualReader() {
        for (int tries = 0; tries < 30; tries++) {
            try {
                VpcdDoor.local(0).open().close();
                return true;
            } catch (IOException notYet) {
                LOG.trace("no virtual reader yet", notYet);
            }
            if (!pause(100)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the pause was let to its end. */
    private static boolean pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DeviceFault unavailable(String reason) {
        return new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, reason);
    }
}
