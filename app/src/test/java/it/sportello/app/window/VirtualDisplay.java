package it.sportello.app.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives each process of tests a virtual X display of its own, before the window's toolkit asks for one. It ends by itself
 * after this process: a display that goes first takes the whole process with it. {@code -Dtest.display=mine} leaves the
 * tests on the display they were started on.
 */
public final class VirtualDisplay implements LauncherSessionListener {
    private static final String GUARDED =
            "Xvfb -displayfd 1 -screen 0 1920x1080x24 -nolisten tcp 2>/dev/null & display=$!;"
                    + " while kill -0 \"$1\" 2>/dev/null; do sleep 0.5; done; kill $display";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("mine".equals(System.getProperty("test.display"))) {
            return;
        }
        try {
            Process process = new ProcessBuilder(
                            "sh",
                            "-c",
                            GUARDED,
                            "display",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String number = out.readLine();
            if (number == null || !number.strip().matches("\\d+")) {
                throw new IllegalStateException("the window's tests need Xvfb, or a display and -Dtest.display=mine");
            }
            useDisplay(":" + number.strip());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // The toolkit asks the C library for DISPLAY; Java cannot change its own environment. JNA comes with the devices
    // and
    // is no dependency of this module's, hence by name.
    private static void useDisplay(String display) {
        try {
            Class<?> library = Class.forName("com.sun.jna.NativeLibrary");
            Object c = library.getMethod("getInstance", String.class).invoke(null, "c");
            Object setenv = library.getMethod("getFunction", String.class).invoke(c, "setenv");
            Method invoke = setenv.getClass().getMethod("invokeInt", Object[].class);
            invoke.invoke(setenv, (Object) new Object[] {"DISPLAY", display, 1});
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("DISPLAY cannot be set", missing);
        }
    }
}
