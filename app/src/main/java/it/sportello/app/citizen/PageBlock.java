package it.sportello.app.citizen;

import java.util.List;

/**
 * One block of the page, opened by its digit.
 *
 * @param digit 1 to 6
 * @param title Italian
 * @param figure the one number people act on, in the largest type, or empty text
 * @param rows what it holds
 * @param empty what is said when it holds nothing
 */
public record PageBlock(int digit, String title, String figure, List<Row> rows, String empty) {
    public PageBlock {
        rows = List.copyOf(rows);
    }

    /**
     * A line.
     *
     * @param label what it is, or the first thing said
     * @param value what it says
     * @param aside a quiet addition, or empty text
     */
    public record Row(String label, String value, String aside) {
        @Override
        public String toString() {
            return "Row";
        }
    }

    @Override
    public String toString() {
        return "PageBlock[" + digit + ", " + rows.size() + "]";
    }
}
