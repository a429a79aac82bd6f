package cn.doublerandom.draw.plan.files;

import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.plan.application.PrintedPlan;
import cn.doublerandom.paperkit.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The annex as its template wants it: the cells of the office's own table, line by line and table
 * by table as they stood.
 *
 * @param title heading of the table; empty where it had none
 * @param documentNumber empty where the plan has none
 */
public record PlanAnnex(
    int year,
    String title,
    List<Block> blocks,
    String issuer,
    String tableDate,
    int version,
    LocalDate publishedOn,
    String documentNumber) {
  private static final String HEADED_ISSUER = "单位";
  private static final String HEADED_DATE = "制表";

  /** How a heading is marked in text that was made of a document. */
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");

  /** More columns than these are set smaller. */
  private static final int MANY_COLUMNS = 13;

  /**
   * A line, or a table.
   *
   * @param line empty of a table
   * @param rows below the heads; none of a line
   */
  public record Block(String line, List<Head> heads, List<List<String>> rows) {
    static Block of(String line) {
      return new Block(line, List.of(), List.of());
    }

    /** The first row is the heads; a table of one row has a row without cells' texts below them. */
    static Block of(List<List<String>> table) {
      int columns = table.stream().mapToInt(List::size).max().orElse(1);
      List<List<String>> whole = table.stream().map(row -> padded(row, columns)).toList();
      List<Integer> shares = Shares.of(whole);
      List<Head> heads = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        heads.add(new Head(whole.getFirst().get(column), shares.get(column)));
      }
      return new Block(
          "",
          heads,
          whole.size() > 1 ? whole.subList(1, whole.size()) : List.of(padded(List.of(), columns)));
    }

    private static List<String> padded(List<String> row, int columns) {
      List<String> whole = new ArrayList<>(row);
      while (whole.size() < columns) {
        whole.add("");
      }
      return whole;
    }

    /** Whether it is set smaller. */
    public boolean isMany() {
      return heads.size() > MANY_COLUMNS;
    }
  }

  /**
   * A column.
   *
   * @param share of the width, in hundredths
   */
  public record Head(String text, int share) {}

  static PlanAnnex of(PrintedPlan plan) {
    PlanTable table = plan.table();
    String title = "";
    List<Block> blocks = new ArrayList<>();
    List<List<String>> open = new ArrayList<>();
    for (List<String> row : PlanExport.rows(table)) {
      if (row.size() > 1) {
        open.add(row);
        continue;
      }
      close(open, blocks);
      String line = row.isEmpty() ? "" : HEADING.matcher(row.getFirst().strip()).replaceFirst("");
      if (title.isEmpty() && blocks.stream().noneMatch(b -> b.line.isEmpty()) && isTitle(line)) {
        title = line;
      } else if (!line.isEmpty()) {
        blocks.add(Block.of(line));
      }
    }
    close(open, blocks);
    return new PlanAnnex(
        Plans.year(plan.planKey()),
        title,
        blocks,
        table.issuer(),
        table.tableDate(),
        plan.version(),
        plan.publishedOn(),
        plan.documentNumber());
  }

  private static boolean isTitle(String line) {
    return !line.isEmpty() && !line.startsWith(HEADED_ISSUER) && !line.startsWith(HEADED_DATE);
  }

  private static void close(List<List<String>> open, List<Block> blocks) {
    if (!open.isEmpty()) {
      blocks.add(Block.of(List.copyOf(open)));
      open.clear();
    }
  }
}
