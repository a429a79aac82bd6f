package cn.doublerandom.registry.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.application.IntakeTemplates.Column;
import cn.doublerandom.registry.application.IntakeTemplates.Need;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template says of a column is what the reading asks of it. */
class EmptyTablesTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final EmptyTables TEMPLATES = new EmptyTables();

  @TempDir Path folder;

  private static Table<?> table(IntakeKind kind) {
    return switch (kind) {
      case SUBJECTS -> SubjectTable.of(TODAY, "");
      case RISK_CLASSES -> RiskClassTable.of(TODAY);
      case INSPECTORS -> InspectorTable.TABLE;
      case ITEMS -> ItemTable.TABLE;
    };
  }

  /** A row as it is meant; what offers a choice is chosen. */
  private static Map<String, String> row(IntakeKind kind) {
    Map<String, String> row = new HashMap<>();
    TEMPLATES.columns(kind).stream()
        .filter(column -> column.need() != Need.NOTHING)
        .forEach(column -> row.put(column.head(), column.example().replaceAll("；.*", "")));
    row.computeIfPresent("编码", (head, old) -> "91110108551385082Q");
    row.computeIfPresent("类别", (head, old) -> "企业");
    row.computeIfPresent("信用风险等级", (head, old) -> "B");
    row.computeIfPresent("登记状态", (head, old) -> "存续");
    row.computeIfPresent("状态", (head, old) -> "在岗");
    row.computeIfPresent("事项类别", (head, old) -> "一般");
    row.computeIfPresent("层级", (head, old) -> "县");
    return row;
  }

  private Table.Content<?> read(IntakeKind kind, Map<String, String> row) throws IOException {
    List<String> heads = row.keySet().stream().sorted().toList();
    Path file = folder.resolve("table.csv");
    Files.write(
        file,
        Stream.of(heads, heads.stream().map(row::get).toList())
            .map(cells ->
                cells.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
            .toList(),
        StandardCharsets.UTF_8);
    return table(kind).content(file);
  }

  static Stream<Arguments> columns() {
    return Stream.of(IntakeKind.values())
        .flatMap(kind ->
            TEMPLATES.columns(kind).stream()
                .filter(column -> column.need() != Need.NOTHING)
                .map(column -> Arguments.of(kind, column)));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void an_empty_cell_is_a_fault_where_every_row_must_say_something(IntakeKind kind, Column column)
      throws IOException {
    Map<String, String> row = row(kind);
    assertThat(read(kind, row).faults()).isEmpty();
    row.put(column.head(), "");

    List<RowFault> faults = read(kind, row).faults();

    assertThat(faults.stream().map(RowFault::column))
        .containsExactlyElementsOf(
            column.need() == Need.EVERY_ROW ? List.of(column.head()) : List.of());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_table_without_such_a_column_is_refused(IntakeKind kind, Column column) throws IOException {
    Map<String, String> row = row(kind);
    row.remove(column.head());

    assertThat(read(kind, row).faults().stream().map(RowFault::code)).contains("column-missing");
  }

  @ParameterizedTest
  @MethodSource("columns")
  void who_has_no_label_or_skill_is_taken_and_it_is_said(IntakeKind kind, Column column)
      throws IOException {
    Map<String, String> row = row(kind);
    row.put(column.head(), "");

    assertThat(read(kind, row).notes().stream().map(RowFault::code))
        .containsExactlyElementsOf(
            switch (column.head()) {
              case "监管标签" -> List.of("label-missing");
              case "专长" -> List.of("skill-missing");
              default -> List.of();
            });
  }
}
