package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenForm;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.publication.opendata.OpenTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Open data as files. */
class WrittenFormsTest {
  private static final OpenRow FORMULA =
      OpenRow.of(OpenTable.OUTSTANDING, "TASK", "=1+1", 2023, "", true, null, null, null);
  private static final OpenRow LINES =
      OpenRow.of(
          OpenTable.OUTSTANDING, "VISIT", "a,\"b\"\nc", 2023, "2023-03-15", true, null, null, null);

  private final WrittenForms forms = new WrittenForms();

  private String written(OpenForm form, List<List<OpenRow>> parts) {
    var file = new OpenFile(OpenTable.OUTSTANDING, form);
    var out = new ByteArrayOutputStream();
    out.writeBytes(forms.begin(file));
    boolean first = true;
    for (List<OpenRow> part : parts) {
      out.writeBytes(forms.rows(file, part, first));
      first = false;
    }
    out.writeBytes(forms.end(file));
    return out.toString(UTF_8);
  }

  @Test
  void a_csv_has_one_head_and_nothing_a_spreadsheet_would_count() {
    assertThat(written(OpenForm.CSV, List.of(List.of(FORMULA), List.of(LINES))))
        .isEqualTo(
            """
            \ufeffwhat,id,year,dueOn,overdue,recorded,adds,addsAtEnd\r
            TASK,'=1+1,2023,,true,,,\r
            VISIT,"a,""b""
            c",2023,2023-03-15,true,,,\r
            """);
  }

  @Test
  void a_file_of_json_is_one_array_however_many_parts_it_came_in() throws Exception {
    for (List<List<OpenRow>> parts :
        List.of(
            List.of(List.<OpenRow>of()),
            List.of(List.of(FORMULA)),
            List.of(List.of(FORMULA), List.of(LINES)),
            List.of(List.of(FORMULA, LINES), List.<OpenRow>of()))) {
      JsonNode array = new ObjectMapper().readTree(written(OpenForm.JSON, parts));
      assertThat(array.isArray()).isTrue();
      assertThat(array.size()).isEqualTo(parts.stream().mapToInt(List::size).sum());
    }
  }

  @Test
  void a_line_has_the_members_that_say_something_in_the_order_of_their_names() {
    assertThat(written(OpenForm.NDJSON, List.of(List.of(FORMULA), List.of(LINES))))
        .isEqualTo(
            """
            {"id":"=1+1","overdue":true,"what":"TASK","year":2023}
            {"dueOn":"2023-03-15","id":"a,\\"b\\"\\nc","overdue":true,"what":"VISIT","year":2023}
            """);
  }

  @Test
  void a_row_has_a_cell_for_each_column() {
    assertThatThrownBy(() -> OpenRow.of(OpenTable.OUTSTANDING, "TASK"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 columns, got 1");
  }

  @Test
  void a_file_is_known_by_its_table_and_its_ending() {
    assertThat(OpenFile.of("results.csv")).contains(new OpenFile(OpenTable.RESULTS, OpenForm.CSV));
    for (String none : List.of("", "results", "results.xml", "firms.csv", ".csv", "results.CSV")) {
      assertThat(OpenFile.of(none)).as(none).isEmpty();
    }
  }
}
