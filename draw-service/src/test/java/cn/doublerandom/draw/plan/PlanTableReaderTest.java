package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.PlanReading.Fault;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTableReaderTest {
  private static String seed() throws IOException {
    return Files.readString(Path.of("src/test/resources/qinghe-2023-plan.txt"));
  }

  private static PlanReading reading(String text, PlanTable.Decision... decisions) {
    return PlanTableReader.read(PlanText.sheet(text), OptionalInt.empty(), List.of(decisions));
  }

  private static PlanTable read(String text, PlanTable.Decision... decisions) {
    PlanReading reading = reading(text, decisions);
    return Objects.requireNonNull(
        reading.table(), () -> reading.faults() + " " + reading.questions());
  }

  private static List<String> faults(String text) {
    return reading(text).faults().stream()
        .map(f -> f.row() + " " + f.column() + " " + f.code())
        .toList();
  }

  @Test
  void the_plan_of_qinghe_is_read_in_its_eleven_columns() throws IOException {
    PlanTable table = read(seed());

    assertThat(table.issuer()).isEqualTo("清河县交通运输局");
    assertThat(table.tableDate()).isEqualTo("2023年1月6日");
    assertThat(table.title()).isEqualTo("清河县交通运输局内部联合随机抽查工作计划");
    assertThat(table.tasks()).hasSize(2);
    assertThat(table.tasks().getFirst())
        .isEqualTo(
            new PlanTask(
                "2023001",
                "2023年清河县交通运输局随机抽查001",
                "001",
                "清河县交通运输局道路运输行业随机抽查",
                PlanTask.DrawType.TARGETED,
                "10%",
                10,
                100,
                "《清河县交通运输局随机抽查事项清单》规定的涉及道路运输企业检查事项",
                "辖区内道路运输企业",
                "局法制安全科",
                "清河县交通运输综合行政执法大队",
                "2023年3月至11月",
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 11, 30),
                new Quota.Percent(new Share(10, 100)),
                null));
    assertThat(table.tasks().getLast().key()).isEqualTo("2023003-002");
    assertThat(table.tasks().getLast().drawTo()).isEqualTo(LocalDate.of(2023, 10, 31));
  }

  @Test
  void a_day_that_no_calendar_has_or_far_from_the_plan_is_a_fault_of_its_cell() throws IOException {
    String printed = "2023 年 1 月 6 日";
    assertThat(seed()).contains(printed);
    for (String never : List.of("2023 年 2 月 30 日", "2023年13月1日", "2023-02-29", "2023年00月")) {
      assertThat(faults(seed().replace(printed, never)))
          .containsExactly("3 制表时间 table-date-invalid");
    }
    assertThat(faults(seed().replace(printed, "2033年1月6日")))
        .containsExactly("3 制表时间 table-date-far");
    assertThat(faults(seed().replace(printed, "2022年12月30日"))).isEmpty();
  }

  @Test
  void a_character_no_text_may_hold_is_a_fault_of_its_cell() throws IOException {
    assertThat(faults(seed().replaceFirst("\t10%\t", "\t10\u0000%\t")))
        .singleElement()
        .asString()
        .matches("6 [^ ]+ nul");
  }

  /** The plan of the seed with other rows below its heads, each under a number of its own. */
  private static String rows(int count, UnaryOperator<String> row) throws IOException {
    List<String> lines = seed().lines().toList();
    String first = lines.get(5);
    return Stream.concat(
            lines.stream().limit(5),
            IntStream.rangeClosed(1, count)
                .mapToObj(i -> row.apply(first.replaceFirst("\t001 号", "\t%03d号".formatted(i)))))
        .collect(Collectors.joining("\n"));
  }

  /** 4,990 of them with two thousand units each were ten million names before anybody counted. */
  @Test
  void no_more_tasks_are_read_than_a_plan_may_have() throws IOException {
    assertThat(read(rows(500, row -> row)).tasks()).hasSize(500);
    PlanReading reading = reading(rows(700, row -> row));
    assertThat(reading.faults()).extracting(Fault::code).containsExactly("too-many-tasks");
    assertThat(reading.rows()).hasSize(500);
  }

  /** 178 of 183 firms fell out of a draw by a label 其他企业 that nobody bears. */
  @ParameterizedTest
  @ValueSource(strings = {"其他企业5%", "其它5%", "其余企业5%", "剩余企业5%"})
  void who_is_left_over_by_the_other_tiers_is_asked_for(String rest) throws IOException {
    PlanReading reading = reading(seed().replaceFirst("\t10%\t", "\t危险货物运输企业100%，" + rest + "\t"));
    assertThat(reading.questions())
        .filteredOn(PlanReading.Question::blocking)
        .extracting(PlanReading.Question::code)
        .containsExactly("tier-of-the-rest");
    assertThat(reading.table()).isNull();
  }

  private static List<String> blocking(PlanReading reading) {
    return reading.questions().stream()
        .filter(PlanReading.Question::blocking)
        .map(PlanReading.Question::code)
        .toList();
  }

  /** A类20% was drawn from everybody, with a warning nobody read. */
  @ParameterizedTest
  @ValueSource(strings = {"A类20%", "重点企业20%", "20户（高风险）", "食品企业20%", "20%，新增企业除外"})
  void a_number_of_a_part_of_the_subjects_is_asked_for(String quota) throws IOException {
    PlanReading reading = reading(seed().replaceFirst("\t10%\t", "\t" + quota + "\t"));
    assertThat(blocking(reading)).containsExactly("quota-of-a-part");
    assertThat(reading.table()).isNull();
    PlanReading.Question asked = reading.questions().getFirst();
    assertThat(
            blocking(
                reading(
                    seed().replaceFirst("\t10%\t", "\t" + quota + "\t"),
                    new PlanTable.Decision(asked.row(), asked.column(), quota))))
        .containsExactly("quota-of-a-part");
    assertThat(
            read(
                    seed().replaceFirst("\t10%\t", "\t" + quota + "\t"),
                    new PlanTable.Decision(asked.row(), asked.column(), "20%"))
                .tasks()
                .getFirst()
                .quotaRead())
        .isEqualTo(new Quota.Percent(new Share(20, 100)));
  }

  @Test
  void what_stood_in_the_file_is_kept_beside_what_a_person_said_it_is() throws IOException {
    String table = seed().replaceFirst("\t10%\t", "\tA类20%\t");
    PlanReading.Question asked = reading(table).questions().getFirst();
    assertThat(read(table, new PlanTable.Decision(asked.row(), asked.column(), "20%")).decisions())
        .containsExactly(new PlanTable.Decision(asked.row(), asked.column(), "20%", "A类20%"));
  }

  /** 366次/年 became 366 batches of one task. */
  @ParameterizedTest
  @ValueSource(strings = {"10%;366次/年", "10%;251次/年", "10%，每天", "10%;2次/日", "10%;6次/周"})
  void a_task_drawn_more_than_once_a_working_day_is_asked_about(String quota) throws IOException {
    String table = seed().replaceFirst("\t10%\t", "\t" + quota + "\t");
    PlanReading reading = reading(table);
    assertThat(blocking(reading)).containsExactly("frequency-unlikely");
    PlanReading.Question asked = reading.questions().getFirst();
    assertThat(read(table, new PlanTable.Decision(asked.row(), asked.column(), quota)).tasks())
        .isNotEmpty();
    assertThat(blocking(reading(seed().replaceFirst("\t10%\t", "\t10%;250次/年\t")))).isEmpty();
  }

  private static List<String> told(PlanReading reading) {
    return Stream.concat(
            reading.faults().stream().map(f -> f.row() + " " + f.column() + " " + f.code()),
            reading.questions().stream()
                .filter(PlanReading.Question::blocking)
                .map(q -> q.row() + " " + q.column() + " " + q.code()))
        .toList();
  }

  /** 1号 beside 001号 became two tasks of one published plan. */
  @Test
  void numbers_that_differ_in_their_zeros_alone_are_one_number() throws IOException {
    String one = rows(2, row -> row.replaceFirst("\t[0-9]+ ?号\t", "\t1号\t"));
    PlanReading same = reading(one.replaceFirst("\t1号\t", "\t001号\t"));
    assertThat(told(same)).containsExactly("7 抽查任务编号 duplicate");
    assertThat(same.faults().getFirst().text()).contains("第 6 行", "第 7 行", "-001", "-1");
    assertThat(told(reading(rows(2, row -> row).replaceFirst("2023001", "20231"))))
        .contains("7 抽查计划编号 duplicate");
  }

  @Test
  void a_number_shorter_than_the_others_of_its_column_is_asked_for() throws IOException {
    String table = seed().replaceFirst("\t001 号\t", "\t1号\t");
    PlanReading reading = reading(table);
    assertThat(told(reading)).containsExactly("6 抽查任务编号 number-shorter");
    assertThat(reading.questions().getFirst().suggestion()).isEqualTo("001");
    assertThat(read(table, new PlanTable.Decision(6, "抽查任务编号", "001")).tasks().getFirst().key())
        .isEqualTo("2023001-001");
    assertThat(read(table, new PlanTable.Decision(6, "抽查任务编号", "1")).tasks().getFirst().key())
        .isEqualTo("2023001-1");
    assertThat(told(reading(seed().replaceFirst("2023001", "20231"))))
        .containsExactly("6 抽查计划编号 number-shorter");
  }

  /** The plan promised four of forty firms, and two were drawn. */
  @Test
  void a_cell_with_two_numbers_asks_which_one_counts() throws IOException {
    String written = "不低于5％且不少于4户";
    String table = seed().replaceFirst("\t10%\t", "\t" + written + "\t");
    PlanReading reading = reading(table);
    assertThat(told(reading)).containsExactly("6 抽查比例 quota-beside");
    assertThat(reading.questions().getFirst().text()).contains(written, "不少于 4 户");
    assertThat(reading.questions().getFirst().suggestion()).isEqualTo("抽取前确定");

    PlanTable four = read(table, new PlanTable.Decision(6, "抽查比例", "4户"));
    assertThat(four.tasks().getFirst().quotaRead()).isEqualTo(new Quota.Count(4));
    assertThat(
            read(table, new PlanTable.Decision(6, "抽查比例", "抽取前确定")).tasks().getFirst().quotaRead())
        .isEqualTo(new Quota.Unspecified());
    PlanTable asWritten = read(table, new PlanTable.Decision(6, "抽查比例", written));
    assertThat(asWritten.warnings())
        .extracting(PlanWarning::text)
        .anyMatch(t -> t.contains("不少于 4 户"));
    assertThat(told(reading(seed().replaceFirst("\t10%\t", "\t10%，1:5\t")))).isEmpty();
  }

  /** June of 2024 was typed as an answer for a plan of 2023, and nothing was said. */
  @Test
  void an_answer_outside_the_year_is_doubted_at_its_cell() throws IOException {
    String table = seed().replaceFirst("2023 年 3 月至 11 月", "");
    PlanReading asked = reading(table, new PlanTable.Decision(6, "抽取日期", "2024年6月"));

    assertThat(asked.table()).isNotNull();
    assertThat(asked.questions())
        .filteredOn(q -> q.row() == 6 && q.column().equals("抽取日期"))
        .extracting(PlanReading.Question::code)
        .containsExactly("period-outside-year");
  }

  @Test
  void tasks_of_one_plan_are_offered_one_number() {
    String heads =
        "单位（盖章）：清河县交通运输局\n抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n";
    String row = "\t%s\t%s号\t抽查%s\t定向抽查\t10%%\t经营行为\t企业\t科\t大队\t2023年3月至11月\n";
    PlanReading reading =
        PlanTableReader.read(
            PlanText.sheet(
                heads
                    + row.formatted("计划一", "001", "甲")
                    + row.formatted("计划一", "002", "乙")
                    + row.formatted("计划二", "003", "丙")),
            OptionalInt.of(2023),
            List.of());

    assertThat(reading.questions())
        .filteredOn(q -> q.column().equals("抽查计划编号"))
        .extracting(PlanReading.Question::suggestion)
        .containsExactly("2023001", "2023001", "2023002");
  }

  /** A plan of 2024 was published with a window that began in 2023. */
  @Test
  void a_window_outside_the_year_of_the_plan_is_asked_for() throws IOException {
    String table = seed().replaceFirst("2023 年 3 月至 11 月", "2022年3月至2023年11月");
    PlanReading reading = reading(table);
    assertThat(told(reading)).containsExactly("6 抽取日期 period-outside-year");
    assertThat(reading.questions().getFirst().text())
        .contains("2022-03-01", "2023-11-30", "2023 年");
    assertThat(read(table, new PlanTable.Decision(6, "抽取日期", "2023年3月至11月")).tasks()).isNotEmpty();
    assertThat(read(table, new PlanTable.Decision(6, "抽取日期", "2022年3月至2023年11月")).tasks())
        .isNotEmpty();
  }

  /** A table of 2024 imported as one of 2023 was ready. */
  @Test
  void a_year_asked_for_that_is_not_the_year_of_the_table_is_a_fault() throws IOException {
    PlanReading other =
        PlanTableReader.read(PlanText.sheet(seed()), OptionalInt.of(2022), List.of());
    assertThat(told(other)).contains("6 抽查计划编号 other-year-asked", "0  other-year-asked");
    assertThat(other.faults())
        .allMatch(f -> f.text().contains("2022") && f.text().contains("2023"));
    assertThat(other.table()).isNull();
    assertThat(told(PlanTableReader.read(PlanText.sheet(seed()), OptionalInt.of(2023), List.of())))
        .isEmpty();
  }

  /** The table given back to the public held marks that turned its words round. */
  @Test
  void what_nobody_can_see_stands_in_no_table_that_is_given_back() throws IOException {
    String table = seed().replace("在建公 路工程", "在建\u202e公\u200b 路工程\u202c");
    assertThat(table).isNotEqualTo(seed());
    PlanTable read = read(table);
    assertThat(Objects.requireNonNull(read.layout()))
        .isEqualTo(Objects.requireNonNull(read(seed()).layout()));
    assertThat(read.tasks()).isEqualTo(read(seed()).tasks());
  }

  @Test
  void a_number_of_those_the_scope_names_is_one_of_all() throws IOException {
    assertThat(blocking(reading(seed().replaceFirst("\t10%\t", "\t道路运输企业20%\t")))).isEmpty();
  }

  /** Nobody of a class without a share can ever be drawn; a person says that it is meant. */
  @Test
  void credit_classes_without_a_share_are_asked_for_once() throws IOException {
    String table = seed().replaceFirst("\t10%\t", "\tA类1%、D类20%\t");
    PlanReading reading = reading(table);
    assertThat(blocking(reading)).containsExactly("tiers-lack-a-class");
    assertThat(reading.questions().getFirst().text()).contains("B、C");
    PlanReading.Question asked = reading.questions().getFirst();
    assertThat(
            read(table, new PlanTable.Decision(asked.row(), asked.column(), "A类1%、D类20%")).tasks())
        .isNotEmpty();
    assertThat(blocking(reading(seed().replaceFirst("\t10%\t", "\tA类1%、B类2%、C类5%、D类20%\t"))))
        .isEmpty();
  }

  @Test
  void a_cell_names_no_more_units_than_work_together_anywhere() throws IOException {
    String unit = "清河县交通运 输综合行政执 法大队";
    assertThat(seed()).contains(unit);
    String most = Stream.generate(() -> unit).limit(64).collect(Collectors.joining("、"));
    assertThat(faults(seed().replaceFirst(unit, most))).isEmpty();
    assertThat(faults(seed().replaceFirst(unit, most + "、公安局")))
        .containsExactly("6 联合科（股）室 too-many-units");
  }

  @Test
  void after_two_hundred_faults_nothing_more_is_read() throws IOException {
    PlanReading reading = reading(rows(450, row -> row.replace("10%", "0%")));
    assertThat(reading.faults()).hasSize(201);
    assertThat(reading.faults().getLast().code()).isEqualTo("too-many-faults");
    assertThat(reading.faults().getLast().row()).isEqualTo(206);
  }

  /** Else a dry run says that all is well, and the same table is refused. */
  @Test
  void a_plan_longer_than_can_be_told_is_a_fault_of_its_table() throws IOException {
    String scope = "辖区内道路运输企业";
    UnaryOperator<String> longer = row -> row.replace(scope, scope + "及其场站".repeat(900));
    assertThat(faults(rows(300, longer))).isEmpty();
    assertThat(faults(rows(450, longer))).containsExactly("0  plan-too-large");
  }

  @Test
  void how_often_a_task_is_drawn_in_the_year_stays_beside_it() throws IOException {
    String twice = seed().replaceFirst("\t10%\t", "\t10%;2次/年\t");
    assertThat(twice).isNotEqualTo(seed());
    assertThat(read(twice).tasks().getFirst().batches()).isEqualTo(2);
    assertThat(read(twice).tasks().getLast().batches()).isOne();
  }

  @Test
  void the_gap_and_the_name_that_does_not_fit_are_taken_but_told() throws IOException {
    assertThat(read(seed()).warnings())
        .extracting(PlanWarning::code)
        .containsExactlyInAnyOrder("NAME_NUMBER_MISMATCH", "NUMBER_GAP");
  }

  @ParameterizedTest
  @CsvSource({
    "10%, 0%, 抽查比例, quota-zero",
    "10%, 120%, 抽查比例, quota-above-hundred",
    "10%, 20%-10%, 抽查比例, quota-range-reversed",
    "定向抽 查, 随便查, 抽查类型, unreadable",
    "2023 年 3 月至 11 月, 2023 年 13 月至 14 月, 抽取日期, period-impossible",
    "2023 年 3 月至 11 月, 某个时候, 抽取日期, period-unreadable",
    "2023001, x1, 抽查计划编号, unreadable"
  })
  void a_cell_that_cannot_be_is_named(String from, String to, String column, String code)
      throws IOException {
    String text = seed();
    assertThat(text).contains(from);
    int row = (int) text.substring(0, text.indexOf(from)).lines().count();
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(from), to);

    assertThat(faults(broken)).containsExactly(Math.max(row, 6) + " " + column + " " + code);
  }

  @Test
  void a_quota_nobody_could_draw_by_is_taken_and_asked_about() throws IOException {
    PlanReading reading = reading(seed().replaceFirst("10%", "根据实际情况确定"));
    PlanTable table = Objects.requireNonNull(reading.table());
    assertThat(table.tasks().getFirst().quotaRead()).isEqualTo(new Quota.Unspecified());
    assertThat(reading.questions())
        .extracting(PlanReading.Question::code)
        .containsExactly("quota-unspecified");
  }

  @Test
  void a_text_without_a_table_is_refused() {
    assertThat(faults("年度计划见附件。")).containsExactly("0  no-table");
    assertThat(faults("a\tb\tc\td\te\tf\tg\th\ti\tj\tk")).containsExactly("0  no-table");
  }

  @Test
  void the_forestry_plan_is_read_and_asks_for_what_it_does_not_say() throws IOException {
    PlanReading reading = reading(plan("05"));
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
    PlanReading.ReadRow row = reading.rows().getFirst();
    assertThat(row.taskName()).isEqualTo("人工繁育野生动物的检查");
    assertThat(Objects.requireNonNull(row.quota()).quota())
        .isEqualTo(new Quota.Percent(new Share(5, 100)));
    assertThat(Objects.requireNonNull(row.period()).to()).isEqualTo(LocalDate.of(2019, 11, 30));
    assertThat(row.period().notes()).anyMatch(n -> n.contains("缺少“月”字"));
    assertThat(reading.questions())
        .filteredOn(PlanReading.Question::blocking)
        .extracting(q -> q.column() + " " + q.suggestion())
        .containsExactly("抽查计划编号 2019001", "抽查类型 ", "单位（盖章） ");
    assertThat(reading.unknownColumns()).contains("发起方式", "抽查基数", "备注");

    int at = row.row();
    PlanTable table =
        read(
            plan("05"),
            new PlanTable.Decision(at, "抽查计划编号", "2019001"),
            new PlanTable.Decision(at, "抽查类型", "不定向"),
            new PlanTable.Decision(0, "单位（盖章）", "市林业局"));
    assertThat(table.tasks().getFirst().key()).isEqualTo("2019001-1");
    assertThat(table.issuer()).isEqualTo("市林业局");
    assertThat(table.decisions()).hasSize(3);
  }

  @Test
  void the_transport_plan_of_a_prefecture_has_a_cap_and_tiers_side_by_side() throws IOException {
    String normalised = plan("09");
    String simplified =
        "序号 | 抽查任务名称 | 抽查事项 | 发起方式 | 抽查主体(层级) | 抽查对象 | 抽查比例 | 抽查目标数 | 信用风险分类监管要求 | 抽查时间段 | 备注(联查部门)\n"
            + normalised.substring(normalised.indexOf("1 | 道路货物运输经营的检查"));
    PlanReading reading = reading(simplified);
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(3);
    assertThat(Objects.requireNonNull(reading.rows().getFirst().quota()).quota())
        .isEqualTo(new Quota.PercentMax(new Share(5, 100)));
    assertThat(reading.rows().getFirst().subjectKinds()).containsExactly("ENTERPRISE", "VEHICLE");
    assertThat(reading.questions())
        .extracting(PlanReading.Question::code)
        .contains("tiers-beside-quota", "missing");
    // As the page is copied: one cell a line, in traditional script with reading marks.
    PlanReading copied = reading(normalised.substring(0, normalised.indexOf("-----NORMALISED")));
    assertThat(copied.rows()).isNotEmpty();
    assertThat(Objects.requireNonNull(copied.rows().getFirst().period()).from())
        .isEqualTo(LocalDate.of(2025, 4, 1));
  }

  @Test
  void the_joint_plan_of_changzhi_is_read_by_spaces_and_says_it_is_uncertain() throws IOException {
    PlanReading reading = reading(plan("01"));
    assertThat(reading.questions())
        .extracting(PlanReading.Question::code)
        .contains("columns-uncertain");
    assertThat(reading.table()).isNull();
    assertThat(reading.rows().getFirst().taskName()).isEqualTo("涉烟经营活动检查");
  }

  static Stream<String> plans() {
    return Stream.of("01", "05", "08", "09", "13", "17", "18");
  }

  private static String plan(String number) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/plans"))) {
      return Files.readString(
          files
              .filter(f -> f.getFileName().toString().startsWith(number))
              .findFirst()
              .orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void no_document_of_any_office_breaks_the_reader(String number) throws IOException {
    PlanReading reading = reading(plan(number));
    // Either something was read, or the reader says what it needs.
    assertThat(reading.rows().size() + reading.faults().size()).isPositive();
    for (int cut = 0; cut < plan(number).length(); cut += 97) {
      assertThat(reading(plan(number).substring(cut))).isNotNull();
    }
  }

  @Test
  void a_cell_left_empty_below_another_is_asked_with_what_stands_above() throws IOException {
    String[] lines = seed().lines().toArray(String[]::new);
    String text =
        String.join("\n", lines).replace("2023年 6月至10 月", "").replace("2023003\t", "2023002\t");
    PlanReading reading = reading(text);
    assertThat(reading.rows().getLast().inherited()).isEmpty();
    assertThat(reading.table()).isNull();
    assertThat(reading.questions())
        .extracting(q -> q.column() + " " + q.code() + " " + q.suggestion())
        .containsExactly("抽取日期 empty-below 2023年3月至11月");
  }

  @Test
  void units_are_told_apart() throws IOException {
    PlanReading reading =
        reading(seed().replaceFirst("清河县交通运 输综合行政执 法大队", "市邮政管理局、市公安局会同市应急局和市消防救援支队"));
    assertThat(reading.rows().getFirst().units())
        .containsExactly("市邮政管理局", "市公安局", "市应急局", "市消防救援支队");
  }

  private static List<String> asked(PlanReading reading) {
    return reading.questions().stream()
        .filter(PlanReading.Question::blocking)
        .map(q -> q.row() + " " + q.column() + " " + q.code())
        .toList();
  }

  /** 3.11 was drawn on one day, and 2023.1 of a number cell may have been October. */
  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3/11", "3.1", "11.3"})
  void a_period_that_may_be_a_day_or_months_is_asked_for(String period) throws IOException {
    String text = seed().replace("2023 年 3 月至 11 月", period);
    assertThat(text).isNotEqualTo(seed());
    assertThat(asked(reading(text))).containsExactly("6 抽取日期 day-or-months");
    assertThat(read(text, new PlanTable.Decision(6, "抽取日期", "3月11日")).tasks().getFirst().drawTo())
        .hasToString("2023-03-11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11-3.12", "2023.3.11", "2023.3.11-2023.3.12", "2023.3-2023.11"})
  void a_period_with_both_its_ends_or_its_year_is_no_question(String period) throws IOException {
    assertThat(asked(reading(seed().replace("2023 年 3 月至 11 月", period)))).isEmpty();
  }

  @Test
  void a_percentage_of_which_less_is_shown_than_is_stored_is_asked() {
    List<PlanSheet.Cell> cells = new ArrayList<>();
    for (String text : List.of("2023001", "001", "甲", "定向抽查")) {
      cells.add(new PlanSheet.Cell(text, false));
    }
    cells.add(new PlanSheet.Cell("11%", false, PlanSheet.Nature.NUMBER, "10.5%"));
    for (String text : List.of("事项", "企业", "法制科", "3月至11月")) {
      cells.add(new PlanSheet.Cell(text, false));
    }
    assertThat(of(cells).questions())
        .filteredOn(question -> question.code().equals("digits-not-shown"))
        .singleElement()
        .satisfies(question -> {
          assertThat(question.text()).isEqualTo("此格显示“11%”，所存的是 10.5%；请写明是哪一个。");
          assertThat(question.blocking()).isTrue();
        });
  }

  private static PlanReading ofNumber(String period) {
    List<PlanSheet.Cell> cells =
        new java.util.ArrayList<>(
            Stream.of("2023001", "001", "甲", "定向抽查", "10%", "事项", "企业", "法制科")
                .map(text -> new PlanSheet.Cell(text, false))
                .toList());
    cells.add(new PlanSheet.Cell(period, false, PlanSheet.Nature.NUMBER));
    return of(cells);
  }

  private static PlanReading of(List<PlanSheet.Cell> cells) {
    List<String> heads =
        List.of("抽查计划编号", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查比例", "抽查事项", "抽查对象范围", "发起科室", "抽取日期");
    return PlanTableReader.read(
        new PlanSheet(
            List.of(
                PlanSheet.Row.of(1, List.of("单位（盖章）：示例局")),
                PlanSheet.Row.of(2, heads),
                new PlanSheet.Row(3, cells)),
            false),
        OptionalInt.empty(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.1", "2023.1", "2023.11"})
  void a_period_a_spreadsheet_keeps_as_a_number_may_have_lost_its_last_zero(String period) {
    assertThat(asked(ofNumber(period))).containsExactly("3 抽取日期 day-or-months");
  }

  @Test
  void a_plan_whose_title_names_another_year_than_its_numbers_is_asked_about() throws IOException {
    String title = "清河县交通运输局内部联合随机抽查工作计划";
    String text = seed().replace(title, "2024年度" + title);
    assertThat(text).isNotEqualTo(seed());
    PlanReading reading = reading(text);
    assertThat(asked(reading)).containsExactly("6 抽查计划编号 year-differs", "7 抽查计划编号 year-differs");
    assertThat(reading.table()).isNull();
    assertThat(
            read(
                    text,
                    new PlanTable.Decision(6, "抽查计划编号", "2024001"),
                    new PlanTable.Decision(7, "抽查计划编号", "2024003"),
                    new PlanTable.Decision(6, "抽取日期", "2024年3月至11月"),
                    new PlanTable.Decision(7, "抽取日期", "2023年6月至10月"))
                .tasks())
        .extracting(PlanTask::planNumber)
        .containsExactly("2024001", "2024003");
    assertThat(asked(reading(seed().replace(title, "2023年" + title)))).isEmpty();
    assertThat(asked(reading(seed().replace(title, "2022-2023年" + title)))).isEmpty();
  }

  @Test
  void a_plan_name_of_another_year_than_its_number_is_asked_about() throws IOException {
    assertThat(
            asked(
                reading(
                    seed().replace("2023001\t", "2024001\t").replace("2023003\t", "2024003\t"))))
        .containsExactly("6 抽查计划编号 year-differs", "7 抽查计划编号 year-differs");
  }
}
