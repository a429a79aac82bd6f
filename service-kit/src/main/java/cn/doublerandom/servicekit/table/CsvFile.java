package cn.doublerandom.servicekit.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a csv. Its first lines say by what its cells are parted: comma, semicolon, tab or
 * bar, or {@code sep=;} does.
 */
final class CsvFile {
  private static final char[] SEPARATORS = {',', '\t', ';', '|'};
  private static final int LOOKED_AT = 64 * 1024;
  private static final int LINES_LOOKED_AT = 20;
  private static final Pattern SAID = Pattern.compile("(?i)\"?sep=([,;\\t|])\"?(?:\\r?\\n|$)");

  /** How a spreadsheet keeps another from taking a code for a number. */
  private static final Pattern FORMULA_OF_TEXT = Pattern.compile("=\"([^\"]*)\"");

  private CsvFile() {}

  static void read(Path file, TableFile.Visitor visitor) throws UnreadableTable, IOException {
    int number = 0;
    int skipped = 0;
    var handler =
        CsvRecordHandler.of(builder ->
            builder
                .maxFields(TableFile.MAX_COLUMNS)
                .maxFieldSize(TableFile.MAX_CELL)
                .maxRecordSize(4 * TableFile.MAX_CELL));
    try (var text = new BufferedReader(TextEncoding.open(file), LOOKED_AT)) {
      String begin = begin(text);
      Matcher said = SAID.matcher(begin);
      skipped = said.lookingAt() ? 1 : 0;
      number = skipped;
      char separator = skipped == 0 ? mostVoted(begin) : said.group(1).charAt(0);
      text.skip(skipped == 0 ? 0 : said.end());
      try (Reader watched = new QuoteWatch(text, separator, skipped);
          CsvReader<CsvRecord> csv =
              CsvReader.builder()
                  .fieldSeparator(separator)
                  .maxBufferSize(4 * TableFile.MAX_CELL)
                  .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .build(handler, watched)) {
        visitor.sheet("");
        for (CsvRecord line : csv) {
          Awaited.check();
          number = Math.toIntExact(line.getStartingLineNumber()) + skipped;
          List<TableCell> cells = cells(line.getFields());
          requireNoRowsInside(number, line.getFields(), separator);
          if (!TableFile.isBlank(cells) && !visitor.row(number, cells)) {
            return;
          }
        }
      }
    } catch (CsvParseException e) {
      throw unreadable(e, number + 1);
    } catch (RuntimeException | IOException e) {
      if (quoteFault(e) instanceof QuoteWatch.OpenQuote open) {
        throw open.fault();
      }
      throw e;
    }
  }

  private static UnreadableTable unreadable(CsvParseException e, int number) {
    if (quoteFault(e) instanceof QuoteWatch.OpenQuote open) {
      return open.fault();
    }
    String said = said(e);
    if (said.contains("fields")) {
      return new UnreadableTable(number, "too-many-columns", "最多 " + TableFile.MAX_COLUMNS + " 列。");
    } else if (said.contains("limit") || said.contains("size")) {
      return new UnreadableTable(number, "too-long", "此行或其中一格过长。");
    }
    return new UnreadableTable(number, "not-csv", "此处不是 CSV 格式。");
  }

  private static Throwable quoteFault(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof QuoteWatch.OpenQuote) {
        return e;
      }
    }
    return error;
  }

  /** What an error and its causes say; the library tells its limits in words only. */
  private static String said(Throwable error) {
    var said = new StringBuilder();
    for (Throwable e = error; e != null; e = e.getCause()) {
      said.append(e.getMessage()).append(' ');
    }
    return said.toString().toLowerCase(Locale.ROOT);
  }

  private static List<TableCell> cells(List<String> fields) {
    return fields.stream()
        .map(field -> {
          if (!field.startsWith("=")) {
            return TableCell.text(field);
          }
          Matcher formula = FORMULA_OF_TEXT.matcher(field);
          return TableCell.text(formula.matches() ? formula.group(1) : field);
        })
        .toList();
  }

  /** A cell of several lines that holds whole rows: its quote was closed rows too late. */
  private static void requireNoRowsInside(int number, List<String> fields, char separator)
      throws UnreadableTable {
    int width = Math.max(2, fields.size() / 2);
    for (String field : fields) {
      if (field.indexOf('\n') >= 0
          && field.lines().anyMatch(l -> l.chars().filter(c -> c == separator).count() >= width)) {
        throw new UnreadableTable(number, "open-quote", "此行打开的引号过了几行才关闭，其间的行被吞在一格里，请检查引号。");
      }
    }
  }

  /** The first characters, which stay to be read. */
  private static String begin(BufferedReader text) throws IOException {
    text.mark(LOOKED_AT);
    char[] head = new char[LOOKED_AT - 1];
    int length = 0;
    for (int n = text.read(head); n > 0; n = text.read(head, length, head.length - length)) {
      length += n;
    }
    text.reset();
    return new String(head, 0, length);
  }

  /** Which sign parts most of the first lines. */
  private static char mostVoted(String begin) {
    int[] votes = new int[SEPARATORS.length];
    begin
        .lines()
        .filter(l -> !l.isBlank())
        .limit(LINES_LOOKED_AT)
        .forEach(line -> {
          int best = mostFrequent(line);
          if (best >= 0) {
            votes[best]++;
          }
        });
    int best = 0;
    for (int i = 1; i < votes.length; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    return SEPARATORS[best];
  }

  /** Which sign stands most often outside of quotes; -1 where none does. */
  private static int mostFrequent(String line) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += line.charAt(i) == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = -1;
    for (int s = 0; s < counts.length; s++) {
      best = counts[s] > 0 && (best < 0 || counts[s] > counts[best]) ? s : best;
    }
    return best;
  }
}
