package cn.doublerandom.servicekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.doublerandom.servicekit.csv.CsvTable;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  record Firm(String name, LocalDate since) {}

  private static List<Firm> read(byte[] file) {
    return CsvTable.read(
        file,
        List.of("名称", "成立日期"),
        row -> new Firm(row.required("名称", 10), row.date("成立日期")),
        Firm::name);
  }

  private static List<Firm> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> faults(byte[] file) {
    var refusal = catchThrowableOfType(ProblemException.class, () -> read(file));
    return refusal.errors().stream().map(CsvTableTest::brief).toList();
  }

  private static String brief(Problem.FieldError e) {
    return e.row() + " " + e.field() + " " + e.code();
  }

  @Test
  void a_table_is_read_with_or_without_byte_order_mark_and_in_any_column_order() {
    var expected = List.of(new Firm("甲公司", LocalDate.of(2018, 5, 2)));
    assertThat(read("名称,成立日期\r\n甲公司,2018-05-02\r\n")).isEqualTo(expected);
    assertThat(read("\ufeff成立日期,备注,名称\n2018-05-02,x, 甲公司 \n")).isEqualTo(expected);
  }

  @Test
  void every_fault_is_told_with_row_and_column() {
    String file =
        "名称,成立日期\n甲公司,2018-05-02\n,2018-05-02\n乙公司,昨天\n甲公司,2019-01-01\n很长很长很长很长很长的名字,2018-01-01\n";
    assertThat(faults(file.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("3 名称 missing", "4 成立日期 not-a-date", "5  duplicate", "6 名称 too-long");
  }

  @Test
  void what_is_no_table_is_refused_as_a_whole() {
    assertThat(faults(new byte[0])).containsExactly("0  empty");
    assertThat(faults("名称\n甲\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 成立日期 column-missing");
    assertThat(faults("名称,成立日期\n甲公司,2018-05-02\n".getBytes(Charset.forName("GBK"))))
        .containsExactly("0  not-utf8");
    assertThat(faults(new byte[CsvTable.MAX_BYTES + 1])).containsExactly("0  too-large");
  }
}
