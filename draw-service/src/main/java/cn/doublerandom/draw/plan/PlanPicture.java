package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.PlanReading.Fault;
import cn.doublerandom.draw.plan.PlanReading.Question;
import cn.doublerandom.draw.plan.PlanReading.ReadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as people know it, with what was read of each cell.
 *
 * @param notes what stands above and below the table, line by line
 * @param heads of the first part of it
 * @param lines its tasks, and heads that come again
 * @param whole what is asked and wrong of no row: the issuer, a table that is none
 */
public record PlanPicture(
    List<String> notes, List<String> heads, List<Line> lines, List<Place> whole) {
  /** Lines around a table that say what it is; a page copied whole has hundreds. */
  private static final int MOST_NOTES = 30;

  private static final int LONGEST_NOTE = 200;

  /** What a question about the issuer is asked under. */
  public static final String ISSUER = "ISSUER";

  private static final String ROW = "ROW";

  public PlanPicture {
    notes = List.copyOf(notes);
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
    whole = List.copyOf(whole);
  }

  /**
   * A row below the heads.
   *
   * @param read absent where nothing was
   * @param more what is asked and wrong of columns the table does not have, and of the whole row
   */
  public record Line(
      int row, boolean isHead, List<Cell> cells, @Nullable ReadRow read, List<Place> more) {
    public Line {
      cells = List.copyOf(cells);
      more = List.copyOf(more);
    }
  }

  /**
   * @param head above it
   * @param column absent where nobody knows the head
   */
  public record Cell(
      String text, String head, @Nullable PlanColumn column, boolean merged, Place place) {}

  /**
   * What is asked and wrong in one place.
   *
   * @param column name of the column, {@link #ISSUER}, or a word for the whole row
   * @param head as the office prints it; empty for the whole row
   * @param answered what a person said of it; empty where nobody has
   */
  public record Place(
      int row,
      String column,
      String head,
      List<Question> questions,
      List<Fault> faults,
      String answered) {
    public Place {
      questions = List.copyOf(questions);
      faults = List.copyOf(faults);
    }

    /** By what it is called in a form. */
    public String name() {
      return row + "." + column;
    }

    public boolean isQuiet() {
      return questions.isEmpty() && faults.isEmpty();
    }

    public boolean isBlocking() {
      return !faults.isEmpty() || questions.stream().anyMatch(Question::blocking);
    }

    /** What an answer could be; empty where nothing is suggested. */
    public String suggestion() {
      return questions.stream()
          .map(Question::suggestion)
          .filter(s -> !s.isEmpty())
          .findFirst()
          .orElse("");
    }
  }

  /** The head a name in a form stands for, as answers name it. */
  public static Optional<String> headOf(String column) {
    if (column.equals(ISSUER)) {
      return Optional.of(PlanTableReader.ISSUER);
    }
    return Stream.of(PlanColumn.values())
        .filter(c -> c.name().equals(column))
        .map(PlanColumn::head)
        .findFirst();
  }

  /** What a head is called in a form. */
  public static String nameOf(String head) {
    if (head.equals(PlanTableReader.ISSUER)) {
      return ISSUER;
    }
    return PlanColumn.of(head).map(PlanColumn::name).orElse(ROW);
  }

  /** Everything a form may be asked about, in the order of the table. */
  public List<Place> places() {
    return Stream.concat(
            whole.stream(),
            lines.stream()
                .flatMap(line ->
                    Stream.concat(line.cells().stream().map(Cell::place), line.more().stream())))
        .toList();
  }

  /**
   * @param reading of the sheet
   * @param decisions it was read with
   */
  public static PlanPicture of(
      PlanSheet sheet, PlanReading reading, List<PlanTable.Decision> decisions) {
    return new Painter(reading, decisions).of(sheet);
  }

  /** Puts what was read beside what stands there. */
  private record Painter(
      PlanReading reading, List<PlanTable.Decision> decisions, Map<Integer, ReadRow> rows) {
    Painter(PlanReading reading, List<PlanTable.Decision> decisions) {
      this(
          reading,
          decisions,
          reading.rows().stream()
              .collect(Collectors.toMap(ReadRow::row, row -> row, (first, second) -> first)));
    }

    PlanPicture of(PlanSheet sheet) {
      List<String> notes = new ArrayList<>();
      List<String> first = new ArrayList<>();
      List<Line> lines = new ArrayList<>();
      PlanHeads heads = null;
      for (int i = 0; i < sheet.rows().size(); ) {
        PlanSheet.Row row = sheet.rows().get(i);
        Optional<PlanHeads> found = PlanHeads.at(row, next(sheet, i));
        if (found.isPresent()) {
          if (heads == null) {
            first.addAll(found.get().texts());
          } else {
            lines.add(headLine(row, found.get()));
          }
          heads = found.get();
          i += heads.rows();
          continue;
        }
        if (heads != null && isOfTable(row.number())) {
          lines.add(line(row, heads));
        } else {
          note(row, notes);
        }
        i++;
      }
      return new PlanPicture(notes, first, lines, places(0, List.of()));
    }

    private static Optional<PlanSheet.Row> next(PlanSheet sheet, int at) {
      return at + 1 < sheet.rows().size()
          ? Optional.of(sheet.rows().get(at + 1))
          : Optional.empty();
    }

    private static void note(PlanSheet.Row row, List<String> notes) {
      String text = PlanCells.plain(row.text(0));
      if (!text.isEmpty() && notes.size() < MOST_NOTES) {
        notes.add(text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "…" : text);
      }
    }

    private boolean isOfTable(int row) {
      return rows.containsKey(row)
          || reading.questions().stream().anyMatch(q -> q.row() == row)
          || reading.faults().stream().anyMatch(f -> f.row() == row && !f.column().isEmpty());
    }

    private static Line headLine(PlanSheet.Row row, PlanHeads heads) {
      List<Cell> cells =
          heads.texts().stream()
              .map(text ->
                  new Cell(
                      text,
                      text,
                      null,
                      false,
                      new Place(row.number(), "", text, List.of(), List.of(), "")))
              .toList();
      return new Line(row.number(), true, cells, null, List.of());
    }

    private Line line(PlanSheet.Row row, PlanHeads heads) {
      List<Cell> cells = new ArrayList<>();
      List<PlanColumn> shown = new ArrayList<>();
      for (int i = 0; i < Math.max(row.width(), heads.width()); i++) {
        int at = i;
        PlanColumn column =
            heads.columns().entrySet().stream()
                .filter(c -> c.getValue() == at)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (column != null) {
          shown.add(column);
        }
        String head = i < heads.texts().size() ? heads.texts().get(i) : "";
        cells.add(
            new Cell(
                PlanCells.plain(row.text(i)),
                head,
                column,
                row.isMerged(i),
                column == null
                    ? new Place(row.number(), "", head, List.of(), List.of(), "")
                    : place(row.number(), column.name(), column.head())));
      }
      return new Line(
          row.number(), false, cells, rows.get(row.number()), places(row.number(), shown));
    }

    /** What is asked and wrong of a row beside the columns that are shown. */
    private List<Place> places(int row, List<PlanColumn> shown) {
      List<String> heads =
          Stream.concat(
                  reading.questions().stream().filter(q -> q.row() == row).map(Question::column),
                  Stream.concat(
                      reading.faults().stream().filter(f -> f.row() == row).map(Fault::column),
                      decisions.stream()
                          .filter(d -> d.row() == row)
                          .map(PlanTable.Decision::column)))
              .distinct()
              .filter(head -> shown.stream().noneMatch(c -> c.head().equals(head)))
              .toList();
      return heads.stream().map(head -> place(row, nameOf(head), head)).toList();
    }

    private Place place(int row, String column, String head) {
      return new Place(
          row,
          column,
          head,
          reading.questions().stream()
              .filter(q -> q.row() == row && q.column().equals(head))
              .toList(),
          reading.faults().stream().filter(f -> f.row() == row && f.column().equals(head)).toList(),
          decisions.stream()
              .filter(d -> d.row() == row && d.column().equals(head))
              .map(PlanTable.Decision::text)
              .findFirst()
              .orElse(""));
    }
  }
}
