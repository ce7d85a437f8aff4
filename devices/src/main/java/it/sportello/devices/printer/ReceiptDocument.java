package it.sportello.devices.printer;

import java.util.ArrayList;
import java.util.List;

/** What is to stand on the roll, from top to bottom, for paper of any width. */
public record ReceiptDocument(List<ReceiptElement> elements) {

    public ReceiptDocument {
        elements = List.copyOf(elements);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The document does not show its content in logs. */
    @Override
    public String toString() {
        return "ReceiptDocument[" + elements.size() + " elements]";
    }

    /** Puts a document together line by line. */
    public static final class Builder {

        private final List<ReceiptElement> elements = new ArrayList<>();

        private Builder() {}

        public Builder text(String text) {
            return text(text, TextStyle.PLAIN, Alignment.LEFT);
        }

        public Builder text(String text, TextStyle style, Alignment alignment) {
            return add(new ReceiptElement.Text(List.of(new Span(text, style)), alignment));
        }

        public Builder centered(String text, TextStyle style) {
            return text(text, style, Alignment.CENTER);
        }

        public Builder columns(String left, String right) {
            return columns(left, right, TextStyle.PLAIN);
        }

        public Builder columns(String left, String right, TextStyle style) {
            return add(new ReceiptElement.Columns(left, right, style));
        }

        public Builder separator() {
            return add(new ReceiptElement.Separator('-'));
        }

        public Builder doubleSeparator() {
            return add(new ReceiptElement.Separator('='));
        }

        public Builder feed(int lines) {
            return add(new ReceiptElement.Feed(lines));
        }

        public Builder qrCode(String content) {
            return add(new ReceiptElement.QrCode(content));
        }

        public Builder barcode(String content) {
            return add(new ReceiptElement.Barcode(content));
        }

        public Builder picture(Bitmap bitmap) {
            return add(new ReceiptElement.Picture(bitmap, Alignment.CENTER));
        }

        public Builder cut() {
            return add(new ReceiptElement.Cut());
        }

        public Builder add(ReceiptElement element) {
            elements.add(element);
            return this;
        }

        public ReceiptDocument build() {
            return new ReceiptDocument(elements);
        }
    }
}
