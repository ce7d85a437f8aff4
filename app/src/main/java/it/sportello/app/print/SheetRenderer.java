package it.sportello.app.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.util.List;

/** Draws the blocks of a sheet. */
final class SheetRenderer {
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.4f;

    private final SheetPage page;

    SheetRenderer(SheetPage page) {
        this.page = page;
    }

    void draw(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading.text());
            case Block.Paragraph paragraph ->
                lines(paragraph.text(), SheetPage.LEFT, page.width(), false, paragraph.small() ? SMALL : BODY);
            case Block.Prominent prominent -> prominent(prominent);
            case Block.Pairs pairs -> pairs(pairs);
            case Block.Table table -> table(table);
            case Block.Barcode barcode -> barcode(barcode.code());
            case Block.Square square -> square(square);
            case Block.Signatures signatures -> signatures(signatures.labels());
            case Block.Gap gap -> page.down(gap.points());
        }
    }

    private void heading(String text) throws IOException {
        page.down(10);
        page.need(40);
        lines(text, SheetPage.LEFT, page.width(), true, 13);
        page.down(2);
    }

    private void lines(String text, float x, float space, boolean heavy, float size) throws IOException {
        for (String line : page.wrap(text, heavy, size, space)) {
            page.need(size * LEADING);
            page.down(size * LEADING);
            page.text(line, x, heavy, size);
        }
        page.down(3);
    }

    private void prominent(Block.Prominent prominent) throws IOException {
        page.need(52);
        page.down(14);
        page.grey(0.35f);
        page.text(prominent.label(), SheetPage.LEFT, false, 9);
        page.grey(0);
        for (String line : page.wrap(prominent.value(), true, 20, page.width())) {
            page.need(26);
            page.down(24);
            page.text(line, SheetPage.LEFT, true, 20);
        }
        page.down(6);
    }

    private void pairs(Block.Pairs pairs) throws IOException {
        float column = page.width() * 0.34f;
        for (Block.Pair pair : pairs.pairs()) {
            List<String> values = page.wrap(pair.value(), false, BODY, page.width() - column - 8);
            List<String> labels = page.wrap(pair.label(), false, 9, column - 8);
            int rows = Math.max(values.size(), labels.size());
            page.need(rows * BODY * LEADING);
            for (int row = 0; row < rows; row++) {
                page.down(BODY * LEADING);
                if (row < labels.size()) {
                    page.grey(0.35f);
                    page.text(labels.get(row), SheetPage.LEFT, false, 9);
                    page.grey(0);
                }
                if (row < values.size()) {
                    page.text(values.get(row), SheetPage.LEFT + column, false, BODY);
                }
            }
            page.down(2);
        }
        page.down(4);
    }

    private void table(Block.Table table) throws IOException {
        int shares = table.columns().stream().mapToInt(Block.Column::share).sum();
        List<String> titles = table.columns().stream().map(Block.Column::title).toList();
        float unit = page.width() / shares;
        float first = table.rows().isEmpty()
                ? 0
                : height(table.columns(), table.rows().getFirst(), false, unit);
        // Titles alone at the foot of a page would say nothing.
        page.need(height(table.columns(), titles, true, unit) + 4 + first);
        row(table.columns(), titles, shares, true);
        page.down(4);
        page.rule(SheetPage.LEFT, SheetPage.RIGHT, 0.8f);
        for (int index = 0; index < table.rows().size(); index++) {
            boolean total = table.lastIsTotal() && index == table.rows().size() - 1;
            if (total) {
                page.down(4);
                page.rule(SheetPage.LEFT, SheetPage.RIGHT, 0.8f);
            }
            row(table.columns(), table.rows().get(index), shares, total);
        }
        page.down(8);
    }

    private void row(List<Block.Column> columns, List<String> cells, int shares, boolean heavy) throws IOException {
        float unit = page.width() / shares;
        page.need(height(columns, cells, heavy, unit));
        page.down(2);
        int most = most(columns, cells, heavy, unit);
        for (int line = 0; line < most; line++) {
            page.down(9.5f * LEADING);
            float x = SheetPage.LEFT;
            for (int i = 0; i < columns.size(); i++) {
                float width = unit * columns.get(i).share();
                List<String> cell = cell(columns, cells, i, heavy, unit);
                if (line < cell.size()) {
                    if (columns.get(i).right()) {
                        page.textRight(cell.get(line), x + width - 2, heavy, 9.5f);
                    } else {
                        page.text(cell.get(line), x, heavy, 9.5f);
                    }
                }
                x += width;
            }
        }
    }

    private float height(List<Block.Column> columns, List<String> cells, boolean heavy, float unit) throws IOException {
        return most(columns, cells, heavy, unit) * 9.5f * LEADING + 2;
    }

    /** Lines of the cell that has most of them. */
    private int most(List<Block.Column> columns, List<String> cells, boolean heavy, float unit) throws IOException {
        int most = 1;
        for (int i = 0; i < columns.size(); i++) {
            most = Math.max(most, cell(columns, cells, i, heavy, unit).size());
        }
        return most;
    }

    private List<String> cell(List<Block.Column> columns, List<String> cells, int index, boolean heavy, float unit)
            throws IOException {
        return page.wrap(
                cells.get(index), heavy, 9.5f, unit * columns.get(index).share() - 6);
    }

    private void barcode(String code) throws IOException {
        BitMatrix bars = new Code128Writer().encode(code, BarcodeFormat.CODE_128, 0, 1);
        float module = 1.1f;
        page.need(62);
        page.down(44);
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                page.box(SheetPage.LEFT + x * module, page.y(), module, 40);
            }
        }
        page.down(11);
        page.text(code, SheetPage.LEFT, false, 9);
        page.down(6);
    }

    private void square(Block.Square square) throws IOException {
        BitMatrix dots = dots(square);
        float size = 60;
        float module = size / dots.getWidth();
        page.need(size + 12);
        page.down(size + 4);
        for (int x = 0; x < dots.getWidth(); x++) {
            for (int y = 0; y < dots.getHeight(); y++) {
                if (dots.get(x, y)) {
                    page.box(SheetPage.LEFT + x * module, page.y() + size - (y + 1) * module, module, module);
                }
            }
        }
        page.down(11);
        page.text(square.text(), SheetPage.LEFT, false, 9);
        page.down(6);
    }

    private static BitMatrix dots(Block.Square square) throws IOException {
        return switch (square.symbol()) {
            case DATA_MATRIX -> new DataMatrixWriter().encode(square.code(), BarcodeFormat.DATA_MATRIX, 0, 0);
            case QR -> {
                try {
                    yield new QRCodeWriter().encode(square.code(), BarcodeFormat.QR_CODE, 0, 0);
                } catch (WriterException e) {
                    throw new IOException("a code that does not fit", e);
                }
            }
        };
    }

    private void signatures(List<String> labels) throws IOException {
        page.need(64);
        page.down(46);
        float width = page.width() / labels.size();
        float x = SheetPage.LEFT;
        for (int i = 0; i < labels.size(); i++) {
            page.rule(x, x + width - 24, 0.6f);
            x += width;
        }
        page.down(12);
        x = SheetPage.LEFT;
        for (String label : labels) {
            page.text(label, x, false, SMALL);
            x += width;
        }
        page.down(8);
    }
}
