package cn.doublerandom.draw.plan.files;

import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanText;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.TableCell;
import cn.doublerandom.servicekit.table.TableRows;
import cn.doublerandom.servicekit.table.WordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The sheet of a file, whatever it is: xlsx, docx, html, csv, or text as it was pasted. The bytes
 * say which, not the name.
 */
final class PlanFiles {
  static final int MAX_BYTES = 9_000_000;
  static final int MAX_ROWS = 5_000;

  /** A page has lines that are no rows. */
  private static final int MAX_LINES = 50_000;

  static final int MAX_COLUMNS = PlanSheet.MAX_COLUMNS;

  /** As of a csv: four cells of the longest kind. */
  private static final int MAX_LINE = 131_068;

  /** The longest plan known has 60,000 characters; more is refused before it is parsed. */
  static final int MAX_TEXT_BYTES = 1_000_000;

  /** The same of a workbook or a document, whose cells may all be one text. */
  private static final long MAX_CHARACTERS = 1_000_000;

  private PlanFiles() {}

  static ProblemException refused(String code, String text) {
    return new ProblemException(
        EdgeRejection.FILE_REFUSED,
        List.of(new Problem.FieldError("file", null, code, text)),
        Map.of("faults", 1));
  }

  static ProblemException tooManyRows(int most) {
    return refused("too-many-rows", "最多 " + most + " 行。");
  }

  private static void requireLines(String text) {
    if (text.chars().filter(c -> c == '\n').count() > MAX_LINES) {
      throw tooManyRows(MAX_LINES);
    }
  }

  private static void requireShortLines(String text) {
    int number = 0;
    for (int begin = 0; begin < text.length(); ) {
      number++;
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end - begin > MAX_LINE) {
        throw refused("too-long", "第 %d 行过长，一行最多 %d 个字符。".formatted(number, MAX_LINE));
      }
      begin = end + 1;
    }
  }

  static PlanSheet sheet(byte[] file) throws IOException {
    try {
      PlanSheet sheet = read(file);
      if (sheet.characters() > MAX_CHARACTERS) {
        throw refused("too-large", "计划表的文字最多 100 万字，本文件有 %d 字。".formatted(sheet.characters()));
      }
      return sheet;
    } catch (PlanSheet.TooManyColumns e) {
      throw refused("too-many-columns", "第 %d 行多于 %d 列。".formatted(e.row(), MAX_COLUMNS));
    }
  }

  private static PlanSheet read(byte[] file) throws IOException {
    if (file.length > MAX_BYTES) {
      throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
    }
    if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
      return zipped(file);
    }
    TableRows.requireText(file);
    if (file.length > MAX_TEXT_BYTES) {
      throw refused("too-large", "文本、网页和 CSV 的计划表最多 1 MB，本文件有 %d 字节。".formatted(file.length));
    }
    String text = TableRows.text(file);
    requireLines(text);
    String head =
        text.substring(0, Math.min(text.length(), 2_000)).strip().toLowerCase(Locale.ROOT);
    if (head.startsWith("<") || text.toLowerCase(Locale.ROOT).contains("<table")) {
      return PlanPage.sheet(text);
    }
    requireShortLines(text);
    return PlanText.isCsv(text) ? csv(text) : PlanText.sheet(text.replace("\ufeff", ""));
  }

  private static PlanSheet zipped(byte[] file) throws IOException {
    Path stored = Files.createTempFile("plan", ".zip");
    try {
      Files.write(stored, file);
      boolean word;
      try (var zip = new ZipFile(stored.toFile())) {
        word = WordFile.isIn(zip);
      } catch (ZipException e) {
        throw refused("zip-broken", "这是压缩格式的文件（xlsx 或 docx），但已损坏，无法打开；请重新另存后再传。");
      }
      return word ? docx(stored) : rows(stored);
    } finally {
      Files.delete(stored);
    }
  }

  private static PlanSheet csv(String text) throws IOException {
    Path stored = Files.createTempFile("plan", ".csv");
    try {
      Files.writeString(stored, text);
      return rows(stored);
    } finally {
      Files.delete(stored);
    }
  }

  /**
   * The sheets with the heads of a plan, one below the other; any other is named as left out. Rows
   * of a later sheet are numbered on from the one before, and that is said.
   */
  private static PlanSheet rows(Path file) throws IOException {
    List<PlanSheet.Row> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    TableRows.Book book = TableRows.of(file, MAX_ROWS);
    List<TableRows.Sheet> sheets = book.sheets();
    notes.addAll(book.notes());
    boolean hasPlan = sheets.stream().anyMatch(PlanFiles::isPlan);
    for (TableRows.Sheet sheet : sheets) {
      if (hasPlan && !isPlan(sheet)) {
        notes.add("工作表“%s”没有计划表的表头，未读取。".formatted(sheet.name()));
        continue;
      }
      int before = rows.isEmpty() ? 0 : rows.getLast().number();
      if (before > 0) {
        notes.add("工作表“%s”接在前表之后读取，其第 1 行记为第 %d 行。".formatted(sheet.name(), before + 1));
      }
      notes.addAll(sheet.notes());
      rows(sheet).forEach(r -> rows.add(new PlanSheet.Row(before + r.number(), r.cells())));
    }
    return new PlanSheet(rows, false, notes);
  }

  private static boolean isPlan(TableRows.Sheet sheet) {
    return PlanText.hasHeads(rows(sheet));
  }

  /** The cells of a workbook stand where they stand: all rows but headings are of one width. */
  private static List<PlanSheet.Row> rows(TableRows.Sheet sheet) {
    boolean isWorkbook = !sheet.name().isEmpty();
    int width = sheet.rows().stream().mapToInt(r -> r.cells().size()).max().orElse(1);
    return sheet.rows().stream()
        .map(row -> {
          List<PlanSheet.Cell> cells = new ArrayList<>();
          row.cells().forEach(c -> cells.add(cell(c)));
          boolean isHeading =
              cells.stream().skip(1).allMatch(c -> c.text().isBlank() || c.merged());
          if (isHeading) {
            return new PlanSheet.Row(row.number(), List.of(cells.getFirst()));
          }
          while (isWorkbook && cells.size() < width) {
            cells.add(new PlanSheet.Cell("", false));
          }
          return new PlanSheet.Row(row.number(), cells);
        })
        .toList();
  }

  private static PlanSheet.Cell cell(TableCell cell) {
    PlanSheet.Nature nature =
        switch (cell.kind()) {
          case TEXT, MONTH -> PlanSheet.Nature.TEXT;
          case NUMBER -> PlanSheet.Nature.NUMBER;
          case DAY -> PlanSheet.Nature.DAY;
          case DAY_WITHOUT_YEAR -> PlanSheet.Nature.DAY_WITHOUT_YEAR;
          case ERROR -> PlanSheet.Nature.ERROR;
          case LOST -> PlanSheet.Nature.LOST;
        };
    String held =
        nature == PlanSheet.Nature.ERROR
            ? cell.errorText()
            : Objects.requireNonNullElse(cell.held(), "");
    return new PlanSheet.Cell(cell.text(), cell.merged(), nature, held);
  }

  private static PlanSheet docx(Path file) throws IOException {
    List<PlanSheet.Row> rows = new ArrayList<>();
    for (WordFile.Block block : WordFile.blocks(file, MAX_ROWS)) {
      switch (block) {
        case WordFile.Block.Paragraph(String text) -> {
          if (!text.isBlank()) {
            rows.add(PlanSheet.Row.of(rows.size() + 1, List.of(text)));
          }
        }
        case WordFile.Block.Rows(var table) -> {
          Map<Integer, String> above = new TreeMap<>();
          table.forEach(row -> rows.add(new PlanSheet.Row(rows.size() + 1, docxRow(row, above))));
        }
      }
    }
    return new PlanSheet(rows, false);
  }

  private static List<PlanSheet.Cell> docxRow(List<WordFile.Cell> row, Map<Integer, String> above) {
    List<PlanSheet.Cell> cells = new ArrayList<>();
    for (WordFile.Cell cell : row) {
      String text = cell.goesOn() ? above.getOrDefault(cells.size(), cell.text()) : cell.text();
      int across = Math.clamp(MAX_COLUMNS - cells.size(), 1, cell.across());
      for (int i = 0; i < across; i++) {
        above.put(cells.size(), text);
        cells.add(new PlanSheet.Cell(text, cell.goesOn() || i > 0));
      }
    }
    return cells;
  }
}
