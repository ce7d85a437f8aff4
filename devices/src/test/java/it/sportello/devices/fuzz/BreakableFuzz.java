package it.sportello.devices.fuzz;

/** A parser that trusts a length it is told: the proof that the search finds what it is there for. */
public final class BreakableFuzz {
    private BreakableFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 3 && input[0] == 'L' && input[1] == 'E' && input[2] > input.length) {
            throw new ArrayIndexOutOfBoundsException(input[2]);
        }
    }
}
