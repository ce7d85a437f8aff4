package it.sportello.devices.printer;

import java.util.List;

/** One thing on a receipt, without knowing how wide the paper is. */
public sealed interface ReceiptElement {

    /** Text that wraps between words; a line feed in it begins a new line. */
    record Text(List<Span> spans, Alignment alignment) implements ReceiptElement {
        public Text {
            spans = List.copyOf(spans);
        }
    }

    /** A description at the left, which wraps, and an amount at the right, which never does. */
    record Columns(String left, String right, TextStyle style) implements ReceiptElement {
        @Override
        public String toString() {
            return "Columns[...]";
        }
    }

    /** A rule across the paper, made of one character. */
    record Separator(char with) implements ReceiptElement {}

    record Feed(int lines) implements ReceiptElement {
        public Feed {
            if (lines < 0 || lines > 40) {
                throw new IllegalArgumentException("0 to 40 lines");
            }
        }
    }

    /** A QR code with error level M, in the middle. */
    record QrCode(String content) implements ReceiptElement {
        @Override
        public String toString() {
            return "QrCode[...]";
        }
    }

    /** A Code 128 in the middle, its text below; characters 32 to 126 only. Too wide for the paper, it becomes a QR code. */
    record Barcode(String content) implements ReceiptElement {
        public Barcode {
            if (content.isEmpty() || !content.chars().allMatch(c -> c >= 32 && c <= 126)) {
                throw new IllegalArgumentException("Code 128 holds printable ASCII here");
            }
        }

        @Override
        public String toString() {
            return "Barcode[...]";
        }
    }

    record Picture(Bitmap bitmap, Alignment alignment) implements ReceiptElement {}

    /** The end of the paper the citizen gets; how it is cut is the printer's affair. */
    record Cut() implements ReceiptElement {}
}
