package it.sportello.devices.twin.card;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.NativeLongByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another program on the same machine that holds a card: a process of its own that speaks to libpcsclite by itself. */
final class OtherProgram {
    private static final int SCOPE_SYSTEM = 2;
    private static final int EXCLUSIVE = 1;
    private static final int SHARED = 2;
    private static final int ANY_PROTOCOL = 3;
    private static final String HELD = "held";

    private final Process process;

    private OtherProgram(Process process) {
        this.process = process;
    }

    /** Holds the card of this reader: alone, or shared with a transaction begun. */
    static OtherProgram holding(String reader, boolean alone, @Nullable Path socket) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                place(OtherProgram.class) + ":" + place(Function.class),
                OtherProgram.class.getName(),
                reader,
                Boolean.toString(alone)));
        if (socket != null) {
            builder.environment().put("PCSCLITE_CSOCK_NAME", socket.toString());
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] said = process.getInputStream().readNBytes(HELD.length());
        if (!new String(said, StandardCharsets.US_ASCII).equals(HELD)) {
            process.destroy();
            throw new IOException("the other program did not get the card");
        }
        return new OtherProgram(process);
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Ends the other program, which lets the card go. */
    void letGo() throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
        process.waitFor();
    }

    /** The other program itself: says that it holds the card, and lets go when its input closes. */
    public static void main(String[] arguments) throws IOException {
        NativeLibrary pcsc = NativeLibrary.getInstance("libpcsclite.so.1");
        NativeLongByReference context = new NativeLongByReference();
        call(pcsc, "SCardEstablishContext", new NativeLong(SCOPE_SYSTEM), null, null, context);
        NativeLongByReference card = new NativeLongByReference();
        boolean alone = Boolean.parseBoolean(arguments[1]);
        call(
                pcsc,
                "SCardConnect",
                context.getValue(),
                arguments[0],
                new NativeLong(alone ? EXCLUSIVE : SHARED),
                new NativeLong(ANY_PROTOCOL),
                card,
                new NativeLongByReference());
        if (!alone) {
            call(pcsc, "SCardBeginTransaction", card.getValue());
        }
        System.out.print(HELD);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody writes: the end of the input is the order to let go.
        }
        call(pcsc, "SCardDisconnect", card.getValue(), new NativeLong(0));
    }

    private static void call(NativeLibrary pcsc, String name, @Nullable Object... arguments) {
        long result = pcsc.getFunction(name).invokeLong(arguments) & 0xFFFFFFFFL;
        if (result != 0) {
            throw new IllegalStateException(name + " gave " + Long.toHexString(result));
        }
    }
}
