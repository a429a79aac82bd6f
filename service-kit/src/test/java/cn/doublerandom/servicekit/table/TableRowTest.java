package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one row of a register says, and what is told where it does not say it. */
class TableRowTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);

  /** A row 7 whose cells stand under the heads 甲, 乙, 丙 …. */
  private static TableRow row(TableCell... cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      columns.put("甲乙丙丁".substring(i, i + 1), i);
    }
    return new TableRow(7, List.of(cells), columns);
  }

  private static TableRow row(String cell) {
    return row(TableCell.text(cell));
  }

  private static TableCell held(TableCell.Kind kind, String text, @Nullable LocalDate day) {
    return new TableCell(text, kind, day, false);
  }

  private static List<String> told(TableRow row) {
    List<String> told = new ArrayList<>();
    row.faults().forEach(f -> told.add(f.row() + " " + f.column() + " " + f.code()));
    return told;
  }

  private static List<String> said(TableRow row) {
    return row.notes().stream().map(f -> f.row() + " " + f.column() + " " + f.code()).toList();
  }

  @Test
  void a_column_that_is_there_may_say_nothing() {
    TableRow row = row("\u200b ");
    assertThat(row.has("甲")).isTrue();
    assertThat(row.has("乙")).isFalse();
    assertThat(row.says("甲")).isFalse();
    assertThat(row.says("乙")).isFalse();
    assertThat(row("一").says("甲")).isTrue();
  }

  @Test
  void a_text_is_taken_without_what_nobody_sees_and_that_is_said() {
    TableRow row = row(" 示例\u200b公司 ");
    assertThat(row.text("甲", 4)).isEqualTo("示例公司");
    assertThat(told(row)).isEmpty();
    assertThat(said(row)).containsExactly("7 甲 hidden-character");
    assertThat(row.notes().getFirst().text()).endsWith("，已去掉。");
    assertThat(row.required("甲", 3)).isEqualTo("示例公司");
    assertThat(told(row)).containsExactly("7 甲 too-long");
    assertThat(row.faults().getFirst().text()).isEqualTo("最多 3 个字。");
    assertThat(said(row)).hasSize(1);
  }

  @Test
  void a_sign_beyond_the_first_sixty_five_thousand_is_one() {
    TableRow row = row("\uD840\uDC00\uD840\uDC00");
    assertThat(row.text("甲", 2)).hasSize(4);
    assertThat(told(row)).isEmpty();
  }

  @Test
  void a_cell_a_spreadsheet_spoilt_is_told_once_and_read_as_nothing() {
    for (TableRow row :
        List.of(row(held(TableCell.Kind.LOST, "130534000012345000", null)), row("#N/A"))) {
      String code = row.says("甲") && row.text("甲", 9).isEmpty() ? told(row).getFirst() : "";
      assertThat(code).isIn("7 甲 digits-lost", "7 甲 cell-error");
      assertThat(row.code("甲", 9)).isEmpty();
      assertThat(row.date("甲", DAY)).isEqualTo(LocalDate.EPOCH);
      assertThat(told(row)).containsExactly(code);
    }
  }

  @Test
  void what_a_spreadsheet_spoilt_is_not_missing_besides() {
    TableCell lost = held(TableCell.Kind.LOST, "130534000012345000", null);
    TableRow row = row(lost, lost, lost);
    assertThat(row.required("甲", 9)).isEmpty();
    assertThat(row.requiredCode("乙", 9)).isEmpty();
    assertThat(row.date("丙")).isEqualTo(LocalDate.EPOCH);
    assertThat(told(row)).containsExactly("7 甲 digits-lost", "7 乙 digits-lost", "7 丙 digits-lost");
    TableRow unseen = row(held(TableCell.Kind.ERROR, " ", null));
    assertThat(unseen.date("甲")).isEqualTo(LocalDate.EPOCH);
    assertThat(told(unseen)).containsExactly("7 甲 cell-error");
  }

  @Test
  void what_must_be_there_and_is_not_is_missing() {
    TableRow row = row(TableCell.EMPTY, TableCell.EMPTY, TableCell.EMPTY);
    assertThat(row.required("甲", 9)).isEmpty();
    assertThat(row.requiredCode("乙", 9)).isEmpty();
    assertThat(row.date("丙")).isEqualTo(LocalDate.EPOCH);
    assertThat(row.required("丁", 9)).isEmpty();
    assertThat(told(row))
        .containsExactly("7 甲 missing", "7 乙 missing", "7 丙 missing", "7 丁 missing");
    assertThat(row.text("甲", 9)).isEmpty();
    assertThat(row.code("乙", 9)).isEmpty();
    assertThat(row.date("丙", DAY)).isEqualTo(DAY);
    assertThat(row.integer("甲", 1, 9, 4)).isEqualTo(4);
    assertThat(row.oneOf("甲", Map.of("是", 1), 0)).isZero();
    assertThat(told(row)).hasSize(4);
  }

  @Test
  void a_code_is_taken_as_it_is_meant() {
    TableRow row = row(" Ａ１ 2\u200b3 ");
    assertThat(row.code("甲", 4)).isEqualTo("A123");
    assertThat(told(row)).isEmpty();
    assertThat(said(row)).containsExactly("7 甲 hidden-character");
    assertThat(row.requiredCode("甲", 3)).isEqualTo("A123");
    assertThat(told(row)).containsExactly("7 甲 too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "1.3E+17, digits-lost",
    "123456.0, digits-lost",
    "A~1, code-separator",
    "11010519491231002X, resident-number",
    "110105491231003, resident-number"
  })
  void what_cannot_be_a_code_is_refused_as_what_it_is(String cell, String fault) {
    TableRow row = row(cell);
    String read = row.code("甲", 64);
    assertThat(told(row)).containsExactly("7 甲 " + fault);
    assertThat(row.isFaulty("甲", fault)).isTrue();
    assertThat(row.isFaulty("甲", "missing")).isFalse();
    assertThat(row.isFaulty("乙", fault)).isFalse();
    assertThat(read.isEmpty()).isEqualTo(fault.equals("digits-lost"));
  }

  @Test
  void a_day_is_no_code() {
    TableRow row = row(held(TableCell.Kind.DAY, "2023-03-15", DAY));
    assertThat(row.code("甲", 64)).isEmpty();
    assertThat(told(row)).containsExactly("7 甲 not-a-code");
  }

  @Test
  void a_resident_may_stand_among_what_is_sealed_and_not_among_the_rest() {
    TableRow row = row("货运;11010519491231002X");
    assertThat(row.sealedList("甲", 64)).containsExactly("11010519491231002X", "货运");
    assertThat(told(row)).isEmpty();
    row.list("甲", 64);
    assertThat(told(row)).containsExactly("7 甲 resident-number");
  }

  @Test
  void words_in_one_cell_are_told_apart_and_each_is_taken_once() {
    assertThat(row("乙、 甲 ；乙;、丙").list("甲", 64)).containsExactly("丙", "乙", "甲");
    assertThat(row("").list("甲", 64)).isEmpty();
    TableRow row = row("乙、甲");
    assertThat(row.list("甲", 2)).hasSize(2);
    assertThat(told(row)).containsExactly("7 甲 too-long");
  }

  @Test
  void a_number_of_its_own_has_not_lost_its_zeros() {
    for (String lost : List.of("1", "12")) {
      TableRow row = row(lost);
      assertThat(row.ownNumber("甲", 9)).isEmpty();
      assertThat(told(row)).containsExactly("7 甲 digits-lost");
      assertThat(row.faults().getFirst().text()).contains("“" + lost + "”", "例如 00" + lost);
    }
    for (String whole : List.of("001", "JC1", "123")) {
      TableRow row = row(whole);
      assertThat(row.ownNumber("甲", 9)).isEqualTo(whole);
      assertThat(told(row)).isEmpty();
    }
  }

  @Test
  void the_number_of_a_document_is_taken_as_it_is_printed_and_never_computed_with() {
    TableRow row = row("冀交罚〔2023〕 1 号");
    assertThat(row.documentNumber("甲", 64)).isEqualTo("冀交罚〔2023〕 1 号");
    assertThat(told(row)).isEmpty();
    TableRow lost = row("1.3E+17");
    assertThat(lost.documentNumber("甲", 64)).isEqualTo("1.3E+17");
    assertThat(told(lost)).containsExactly("7 甲 digits-lost");
  }

  @Test
  void one_of_the_listed_words_stands_for_its_value_and_another_is_told_them_all() {
    Map<String, Integer> listed = Map.of("是", 1, "否", 2, "A", 3);
    assertThat(row("是").oneOf("甲", listed)).isOne();
    assertThat(row("Ａ").oneOf("甲", listed, 9)).isEqualTo(3);
    TableRow other = row("也许");
    assertThat(other.oneOf("甲", listed)).isNotNull();
    assertThat(other.oneOf("甲", listed, 9)).isNotEqualTo(9);
    assertThat(told(other)).containsExactly("7 甲 unknown-word");
    assertThat(other.faults().getFirst().text()).isEqualTo("应为：A、否、是。");
    TableRow empty = row("");
    assertThat(empty.oneOf("甲", listed)).isNotNull();
    assertThat(told(empty)).containsExactly("7 甲 missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-03-15", "2023/3/15", "2023年3月15日", "20230315", "2023-03-15 08:00"})
  void a_day_is_read_in_every_way_it_is_written(String cell) {
    TableRow row = row(cell);
    assertThat(row.date("甲")).isEqualTo(DAY);
    assertThat(row.date("甲", LocalDate.MAX)).isEqualTo(DAY);
    assertThat(told(row)).isEmpty();
    assertThat(said(row)).isEmpty();
  }

  @Test
  void a_day_of_which_a_spreadsheet_shows_the_month_is_taken_and_said() {
    TableRow month = row(held(TableCell.Kind.MONTH, "2023年3月", DAY));
    assertThat(month.date("甲")).isEqualTo(DAY);
    assertThat(said(month)).containsExactly("7 甲 day-not-shown");
    assertThat(month.notes().getFirst().text()).contains("“2023年3月”", "2023-03-15");
    TableRow day = row(held(TableCell.Kind.DAY, "2023-03-15", DAY));
    assertThat(day.date("甲")).isEqualTo(DAY);
    assertThat(said(day)).isEmpty();
    TableRow text = row(held(TableCell.Kind.MONTH, "2023年3月", null));
    assertThat(text.date("甲")).isEqualTo(LocalDate.EPOCH);
    assertThat(told(text)).containsExactly("7 甲 not-a-date");
  }

  @Test
  void what_happened_did_so_by_the_day_it_is_recorded() {
    TableRow row = row("2023-03-15");
    assertThat(row.pastDate("甲", DAY)).isEqualTo(DAY);
    assertThat(told(row)).isEmpty();
    assertThat(row.pastDate("甲", DAY.minusDays(1))).isEqualTo(DAY);
    assertThat(told(row)).containsExactly("7 甲 day-in-future");
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "9, 9", "２, 2", "2, 2", "003, 3"})
  void a_whole_number_within_its_bounds_is_taken(String cell, int read) {
    TableRow row = row(cell);
    assertThat(row.integer("甲", 2, 9, -1)).isEqualTo(read);
    assertThat(told(row)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "10", "-3", "1234567890", "123456789012"})
  void a_whole_number_beyond_its_bounds_is_not_said_to_be_none(String cell) {
    TableRow row = row(cell);
    assertThat(row.integer("甲", 2, 9, -1)).isEqualTo(-1);
    assertThat(told(row)).containsExactly("7 甲 number-out-of-bounds");
    assertThat(row.faults().getFirst().text()).isEqualTo("此数是 " + cell + "，应在 2 至 9 之间。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "五", "3 个", "-", "1e2"})
  void what_is_no_whole_number_is_told_what_should_stand_there(String cell) {
    TableRow row = row(cell);
    assertThat(row.integer("甲", 2, 9, -1)).isEqualTo(-1);
    assertThat(told(row)).containsExactly("7 甲 not-a-number");
    assertThat(row.faults().getFirst().text()).isEqualTo("应为 2 至 9 的整数。");
  }

  @Test
  void a_fault_says_where_it_stands_on_whichever_sheet() {
    int third = 2 * RowFault.SHEET + 12;
    assertThat(RowFault.place(12)).isEqualTo("第 12 行");
    assertThat(RowFault.place(third)).isEqualTo("第 3 张工作表第 12 行");
    var error = new RowFault(third, "名称", "missing", "不能为空。").asError();
    assertThat(error.field()).isEqualTo("名称");
    assertThat(error.row()).isEqualTo(12);
    assertThat(error.text()).isEqualTo("第 3 张工作表：不能为空。");
    assertThat(new RowFault(12, "", "a", "b").asError().field()).isEqualTo("整行");
    assertThat(new RowFault(12, "", "a", "b").asError().text()).isEqualTo("b");
    assertThat(new RowFault(0, "", "a", "b").asError().field()).isEqualTo("整个文件");
  }

  @Test
  void of_many_thousand_keys_each_is_known_with_the_row_that_had_it_first() {
    var seen = new SeenKeys();
    for (int row = 1; row <= 5_000; row++) {
      assertThat(seen.first("K" + row, row)).isZero();
    }
    for (int row = 1; row <= 5_000; row += 7) {
      assertThat(seen.first("K" + row, 9_000)).isEqualTo(row);
    }
  }
}
