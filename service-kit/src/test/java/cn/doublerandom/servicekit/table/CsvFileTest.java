package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sign parts the cells of a csv, where its quotes end, and which of its rows are taken. */
class CsvFileTest {
  @TempDir Path dir;

  private Path file(String csv) throws IOException {
    return Files.writeString(Files.createTempFile(dir, "table", ".csv"), csv);
  }

  private List<String> rows(String csv) throws IOException {
    return TableRows.of(file(csv), 1_000).sheets().getFirst().rows().stream()
        .map(row ->
            row.number()
                + " "
                + String.join("|", row.cells().stream().map(TableCell::text).toList()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,b~c,d~ ! 1 a|b ! 2 c|d",
        "a;b~c;d~ ! 1 a|b ! 2 c|d",
        "a,b;c;d~e;f~ ! 1 a,b|c|d ! 2 e|f",
        "a;\"b,c,d,e\"~f;\"g,h\"~ ! 1 a|b,c,d,e ! 2 f|g,h",
        "~~a;b~~c;d~ ! 3 a|b ! 5 c|d",
        "a,b;c~d,e;f~ ! 1 a|b;c ! 2 d|e;f",
        "甲~a;b~c;d~ ! 1 甲 ! 2 a|b",
        "a|b~c|d~ ! 1 a|b ! 2 c|d"
      })
  void the_sign_that_parts_most_of_the_first_lines_parts_them_all(
      String csv, String first, String second) throws IOException {
    assertThat(rows(csv.replace('~', '\n'))).startsWith(first, second);
  }

  @Test
  void only_the_first_twenty_lines_say_what_parts_them() throws IOException {
    String semicolons = "a;b\n".repeat(20);
    assertThat(rows(semicolons + "c,d,e\n".repeat(30))).endsWith("50 c,d,e");
    assertThat(rows("a;b\n".repeat(10) + "c,d,e\n".repeat(30))).endsWith("40 c|d|e");
  }

  @Test
  void a_line_that_says_what_parts_the_cells_is_no_row_and_is_counted() throws IOException {
    assertThat(rows("sep=;\na,b;c\nd;e\n")).containsExactly("2 a,b|c", "3 d|e");
    assertThat(rows("\"SEP=;\"\r\na,b;c\r\n")).containsExactly("2 a,b|c");
    assertThat(rows("sep=x\na;b\n")).containsExactly("1 sep=x", "2 a|b");
  }

  @Test
  void a_code_is_kept_from_being_a_number_by_the_formula_of_a_text() throws IOException {
    assertThat(rows("=\"001\",=\"a\"b,=001\n")).containsExactly("1 001|=\"a\"b|=001");
  }

  @Test
  void a_cell_of_several_lines_is_one_and_the_rows_below_keep_their_lines() throws IOException {
    assertThat(rows("a,\"b\nc\",d\ne,f,g\n\n,,\nh,i,j\n"))
        .containsExactly("1 a|b\nc|d", "3 e|f|g", "6 h|i|j");
    assertThat(rows("a,\"b\"\"c\"\n")).containsExactly("1 a|b\"c");
  }

  private static final Table<String> NAMES =
      new Table<>(List.of("甲"), row -> row.text("甲", TableFile.MAX_CELL), name -> "");

  private List<String> faults(String csv) throws IOException {
    return NAMES.content(file(csv)).faults().stream().map(f -> f.row() + " " + f.code()).toList();
  }

  @Test
  void a_cell_that_holds_whole_rows_is_a_quote_that_was_closed_too_late() throws IOException {
    String head = "甲,乙,丙,丁,戊,己\n";
    // Six columns: three signs in one line of a cell are half a row.
    assertThat(faults(head + "1,\"2\na,b,c,d\",3,4,5,6\n")).containsExactly("2 open-quote");
    assertThat(faults(head + "1,\"2\na,b,c\",3,4,5,6\n")).isEmpty();
    assertThat(faults(head + "1,\"2 a,b,c,d,e\",3,4,5,6\n")).isEmpty();
    assertThat(faults("甲,乙\n1,\"2\na,b,c\"\n")).containsExactly("2 open-quote");
    assertThat(faults("甲,乙\n1,\"2\na,b\"\n")).isEmpty();
  }

  @Test
  void what_is_too_wide_or_too_long_is_refused_where_it_stands() throws IOException {
    String most = ",".repeat(TableFile.MAX_COLUMNS - 1);
    assertThat(faults("甲,乙\n1,2\n1" + most + "\n")).isEmpty();
    assertThat(faults("甲,乙\n1,2\n1" + most + ",\n")).containsExactly("3 too-many-columns");
    String cell = "x".repeat(TableFile.MAX_CELL);
    assertThat(faults("甲,乙\n1,2\n" + cell + ",2\n")).isEmpty();
    assertThat(faults("甲,乙\n1,2\n" + cell + "x,2\n")).containsExactly("3 too-long");
  }

  @Test
  void quotes_are_watched_however_the_text_is_read() throws IOException {
    var whole = new QuoteWatch(new StringReader("\"a\"\"b\",c\n"), ',', 0);
    var read = new StringBuilder();
    for (int c = whole.read(); c >= 0; c = whole.read()) {
      read.append((char) c);
    }
    assertThat(read).hasToString("\"a\"\"b\",c\n");
    for (String open : List.of("a\n\"b", "a\n\"b\"c")) {
      var watched = new QuoteWatch(new StringReader(open), ',', 4);
      Assertions.assertThatThrownBy(
              () -> {
                while (watched.read() >= 0) {
                  // on to the end
                }
              })
          .isInstanceOfSatisfying(
              QuoteWatch.OpenQuote.class, e -> assertThat(e.fault().fault().row()).isEqualTo(6));
    }
  }

  private record Told(List<Integer> rows, List<String> faults) {}

  private static Told told(Path file) throws IOException {
    var told = new Told(new ArrayList<>(), new ArrayList<>());
    NAMES.scan(
        file,
        new Table.Sink<>() {
          @Override
          public void row(int number, String value) {
            told.rows().add(number);
          }

          @Override
          public void faults(int number, List<RowFault> found) {
            found.forEach(f -> told.faults().add(f.row() + " " + f.code()));
          }
        });
    return told;
  }

  @Test
  void the_head_stands_among_the_first_ten_rows() throws IOException {
    String titles =
        IntStream.rangeClosed(1, 9).mapToObj(i -> "标题" + i + "\n").reduce("", String::concat);
    assertThat(told(file(titles + "甲\n1\n2\n")).rows()).containsExactly(11, 12);
    Told none = told(file(titles + "标题\n甲\n1\n2\n"));
    assertThat(none.rows()).isEmpty();
    assertThat(none.faults()).containsExactly("1 column-missing");
  }
}
