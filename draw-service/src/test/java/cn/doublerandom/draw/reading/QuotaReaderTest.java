package cn.doublerandom.draw.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of real plan tables, and those nobody should write. */
class QuotaReaderTest {
  private static QuotaReading read(String cell) {
    return switch (QuotaReader.read(cell)) {
      case Reading.Read<QuotaReading>(var reading) -> reading;
      case Reading.Refused<QuotaReading>(var reason) ->
          throw new AssertionError(cell + " " + reason);
    };
  }

  private static String quota(String cell) {
    return read(cell).quota().json().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          10%                    | {kind=PERCENT, percent=10/100}
          10％                   | {kind=PERCENT, percent=10/100}
          １０％                 | {kind=PERCENT, percent=10/100}
          3 %                    | {kind=PERCENT, percent=3/100}
          2.5%                   | {kind=PERCENT, percent=25/1000}
          5‰                     | {kind=PERCENT, percent=5/1000}
          百分之五               | {kind=PERCENT, percent=5/100}
          百分之二点五           | {kind=PERCENT, percent=25/1000}
          百分之二十             | {kind=PERCENT, percent=20/100}
          三分之一               | {kind=PERCENT, percent=1/3}
          三成                   | {kind=PERCENT, percent=3/10}
          约10%                  | {kind=PERCENT, percent=10/100}
          不低于3%               | {kind=PERCENT_MIN, percent=3/100}
          不少于3％              | {kind=PERCENT_MIN, percent=3/100}
          ≥50%                   | {kind=PERCENT_MIN, percent=50/100}
          >=50%                  | {kind=PERCENT_MIN, percent=50/100}
          3%以上                 | {kind=PERCENT_MIN, percent=3/100}
          至少百分之三           | {kind=PERCENT_MIN, percent=3/100}
          全年抽查覆盖比例不低于3% | {kind=PERCENT_MIN, percent=3/100}
          总体比例不超过5%       | {kind=PERCENT_MAX, percent=5/100}
          ≤5%                    | {kind=PERCENT_MAX, percent=5/100}
          5%以内                 | {kind=PERCENT_MAX, percent=5/100}
          10%以上                | {kind=PERCENT_MIN, percent=10/100}
          1户                    | {kind=COUNT, count=1}
          二十户                 | {kind=COUNT, count=20}
          两家                   | {kind=COUNT, count=2}
          20个                   | {kind=COUNT, count=20}
          30辆                   | {kind=COUNT, count=30}
          1,000户                | {kind=COUNT, count=1000}
          1户(实际以联合双随机牵头单位抽查数为准) | {kind=COUNT, count=1}
          1:5                    | {kind=STAFF_RATIO, inspectors=1, subjects=5}
          1：15                  | {kind=STAFF_RATIO, inspectors=1, subjects=15}
          1∶15                   | {kind=STAFF_RATIO, inspectors=1, subjects=15}
          大于3%                 | {kind=PERCENT_MIN, percent=3/100}
          >3%                    | {kind=PERCENT_MIN, percent=3/100}
          超过3%                 | {kind=PERCENT_MIN, percent=3/100}
          小于5%                 | {kind=PERCENT_MAX, percent=5/100}
          低于5%                 | {kind=PERCENT_MAX, percent=5/100}
          <5%                    | {kind=PERCENT_MAX, percent=5/100}
          每个乡镇1户            | {kind=UNSPECIFIED}
          各县2户                | {kind=UNSPECIFIED}
          1户/乡镇               | {kind=UNSPECIFIED}
          10%，每个乡镇1户       | {kind=PERCENT, percent=10/100}
          2户/次                 | {kind=COUNT, count=2}
          每年10户               | {kind=COUNT, count=10}
          3个/月                 | {kind=COUNT, count=3}
          不少于总数的3%         | {kind=PERCENT_MIN, percent=3/100}
          不超过监管对象总数的5% | {kind=PERCENT_MAX, percent=5/100}
          10%，不足10户的全部抽查 | {kind=PERCENT, percent=10/100}
          不足10户的全部抽查     | {kind=UNSPECIFIED}
          100户以上的抽10%，100户以下的抽20% | {kind=UNSPECIFIED}
          1：3-5                 | {kind=UNSPECIFIED}
          每3年全覆盖            | {kind=CENSUS, percent=100/100}
          按照1:5的比例确定      | {kind=STAFF_RATIO, inspectors=1, subjects=5}
          100%                   | {kind=CENSUS, percent=100/100}
          全覆盖                 | {kind=CENSUS, percent=100/100}
          根据实际情况确定       | {kind=UNSPECIFIED}
          频次根据监管需要确定   | {kind=UNSPECIFIED}
          每月                   | {kind=UNSPECIFIED}
          10                     | {kind=UNSPECIFIED}
          1 0%                   | {kind=UNSPECIFIED}
          """)
  void a_cell_says_how_many(String cell, String expected) {
    assertThat(read(cell).quota()).isEqualTo(Quota.of(read(cell).quota().json()));
    assertThat(quota(cell)).isEqualTo(expected);
  }

  @Test
  void a_range_has_both_its_ends() {
    var tenToTwenty = new Quota.PercentRange(new Share(10, 100), new Share(20, 100));
    for (String cell :
        new String[] {
          "10-20%", "10%-20%", "10%至20%", "10％～20％", "10—20%", "百分之十至百分之二十", "不低于10%，不超过20%"
        }) {
      assertThat(read(cell).quota()).as(cell).isEqualTo(tenToTwenty);
    }
    for (String cell : new String[] {"60-70家", "60家至70家", "６０～７０家", "六十到七十家"}) {
      assertThat(read(cell).quota()).as(cell).isEqualTo(new Quota.CountRange(60, 70));
    }
  }

  @Test
  void where_both_are_written_the_count_binds_unless_it_is_a_bound() {
    var both = new Quota.CountAndPercent(20, new Share(10, 100));
    for (String cell : new String[] {"10% (20户)", "10%（20户）", "20户（10%）", "10%，20户", "10% 20户"}) {
      assertThat(read(cell).quota()).as(cell).isEqualTo(both);
    }
    assertThat(read("5%（不少于1户）").quota()).isEqualTo(new Quota.Percent(new Share(5, 100)));
    assertThat(read("5%（不少于1户）").notes()).containsExactly("另写有数量：不少于 1 户");
  }

  /** 40 firms were drawn by 5% alone, two of them, where the plan promised four. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          不低于5％且不少于4户      | 不少于 4 户
          10%，不超过20户           | 不超过 20 户
          10%，10户，20户           | 10 户、20 户
          10-20%，不少于5户         | 不少于 5 户
          不低于10%，不超过20%，至少3户 | 不少于 3 户
          A类1%、B类5%，不少于4户   | 不少于 4 户
          10%，1:5                  | 人员比例 1:5
          4户，1:5                  | 人员比例 1:5
          """)
  void a_number_nothing_is_made_of_is_told_beside_the_one_that_is_read(String cell, String beside) {
    assertThat(String.join("；", read(cell).beside())).isEqualTo(beside);
    assertThat(String.join("；", read(cell).notes())).contains("另写有");
  }

  @Test
  void one_number_alone_and_both_of_one_quota_leave_nothing_beside() {
    for (String cell : new String[] {"不低于5%", "不少于4户", "10%，20户", "10-20%", "A类1%、B类5%", "随机若干"}) {
      assertThat(read(cell).beside()).as(cell).isEmpty();
    }
  }

  @Test
  void tiers_keep_the_names_people_gave_them() {
    assertThat(quota("对守信、警示、失信、严重失信企业分别按1%、10%、50%和80%比例抽取。"))
        .isEqualTo(quota("守信1%、警示10%、失信50%、严重失信80%"))
        .contains("tiers");
    assertThat(read("根据信用类别不同,对守信、警示、失信、严重失信企业分别按1%、10%、50%和80%比例抽取。").quota())
        .isEqualTo(read("守信企业1%，警示企业10%，失信企业50%，严重失信企业80%").quota());
    assertThat(((Quota.Tiered) read("A类1%、B类5%、C类10%、D类20%").quota()).tiers())
        .extracting(Quota.Tier::stratum)
        .containsExactly("A", "B", "C", "D");
    assertThat(
            ((Quota.Tiered) read("每季度至少对本行政区25%的重点排污单位、15%的特殊排污单位、5%一般排污单位进行抽查").quota()).tiers())
        .extracting(t -> t.stratum() + " " + t.share())
        .containsExactly("重点排污单位 25/100", "特殊排污单位 15/100", "一般排污单位 5/100");
    assertThat(
            ((Quota.Tiered)
                    read("每年对三级定点医疗机构抽查比例之和≥50%,二级定点医疗机构抽查比例之和≥30%,"
                            + "抽取一定比例的一级及以下定点医疗机构、定点药店进行现场检查;1次/年")
                        .quota())
                .tiers())
        .extracting(t -> t.stratum() + " " + t.share())
        .containsExactly("三级定点医疗机构 50/100", "二级定点医疗机构 30/100");
    assertThat(read("1%、10%、50%和80%").notes()).containsExactly("没有写明各档适用于哪一类");
  }

  @Test
  void a_doubt_is_a_note_and_what_says_nothing_is_none() {
    assertThat(read("大于3%").notes()).containsExactly("“大于”按“不低于”读取");
    assertThat(read("<5%").notes()).containsExactly("“<”按“不超过”读取");
    assertThat(read("每个乡镇1户").notes()).containsExactly("“每个乡镇1户”是每个单位的数量，没有写总数");
    assertThat(read("1户/乡镇").notes()).containsExactly("“1户/乡镇”是每个单位的数量，没有写总数");
    assertThat(read("10%，每个乡镇1户").notes()).containsExactly("“每个乡镇1户”是每个单位的数量，没有写总数");
    assertThat(read("10%，不足10户的全部抽查").notes()).containsExactly("不足10户的全部抽查");
    assertThat(read("不足10户的全部抽查，其余20户另报市局").notes())
        .containsExactly("不足10户的全部抽查", "另报市局", "其余", "数量只写给一部分对象：其余");
    assertThat(read("1：3-5，按年核定").notes()).containsExactly("人员比例写成区间，无法确定：1:3-5", "按年核定");
    assertThat(read("1：3-5").notes()).containsExactly("人员比例写成区间，无法确定：1:3-5");
    assertThat(read("每3年全覆盖").notes()).containsExactly("每3年");
    assertThat(read("1次/2年").notes()).containsExactly("/2年");
    assertThat(read("10%，不足1户的按1户").notes()).containsExactly("不足1户的按1户");
    assertThat(read("抽查比例不低于5%，频次每年不少于1次").notes()).isEmpty();
    assertThat(read("10%，重点企业除外，频次1次/年").notes()).containsExactly("重点企业除外");
  }

  /** A类20% was read as a fifth of everybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A类20%",
        "A级20户",
        "D20%",
        "Ａ类20％",
        "重点企业20%",
        "高风险20%",
        "20%的重点单位",
        "20%（重点）",
        "失信企业100%",
        "D类全覆盖",
        "重点企业全覆盖，其他10%",
        "三级定点医疗机构不低于50%",
        "规模以上企业10-20户",
        "重点1:5",
        "新增企业20%，每年1次",
        "A、B类20%"
      })
  void a_number_of_a_part_says_nothing_of_the_whole(String cell) {
    assertThat(read(cell).quota()).isEqualTo(new Quota.Unspecified());
    assertThat(read(cell).part()).isNotEmpty();
    assertThat(read(cell).notes()).anyMatch(note -> note.startsWith("数量只写给一部分对象"));
  }

  @ParameterizedTest
  @CsvSource({
    "食品企业20%, 食品",
    "不低于食品企业总数的10%, 食品",
    "全县危险货物运输车辆20辆, 危险货物运输车辆",
    "'10%，2023年新增店除外', '2023年新增店除外'",
    "企业总数的10%, ''",
    "不超过监管对象总数的5%, ''",
    "辖区内检查对象的5%, ''",
    "市级医疗保障部门每年对市级及以下经办机构抽查比例之和≥20%, 市级及以下经办机构",
    "10%, ''"
  })
  void whom_a_number_is_of_is_told(String cell, String whom) {
    assertThat(read(cell).quota()).isNotEqualTo(new Quota.Unspecified());
    assertThat(read(cell).part()).isEqualTo(whom);
  }

  @Test
  void classes_that_share_a_rate_each_keep_it() {
    assertThat(((Quota.Tiered) read("A、B类5%，C类10%，D类20%").quota()).tiers())
        .extracting(t -> t.stratum() + " " + t.share())
        .containsExactly("A 5/100", "B 5/100", "C 10/100", "D 20/100");
    assertThat(((Quota.Tiered) read("根据信用等级，守信和警示企业5%、失信企业50%").quota()).tiers())
        .extracting(t -> t.stratum() + " " + t.share())
        .containsExactly("守信 5/100", "警示 5/100", "失信 50/100");
  }

  @Test
  void several_numbers_nobody_can_place_are_left_to_a_person() {
    QuotaReading reading =
        read("定向抽查:每季度至少对辖区内25%国家重点监控企业进行抽查,对10%上季度存在问题的排污单位和20%上季度受处罚的排污单位进行抽查");
    assertThat(reading.quota()).isEqualTo(new Quota.Unspecified());
    assertThat(reading.notes()).anyMatch(n -> n.contains("无法确定各适用于谁"));
  }

  @ParameterizedTest
  @CsvSource({
    "3%;2次/年, PerYear[times=2]",
    "3%；1次／年, PerYear[times=1]",
    "每年2次, PerYear[times=2]",
    "一年两次, PerYear[times=2]",
    "1年2次, PerYear[times=2]",
    "=1, Exact[times=1]",
    ">=1, Min[times=1]",
    "≥1次, Min[times=1]",
    "每年不少于2次, Min[times=2]",
    "至少每年1次, Min[times=1]",
    "3个/月, PerMonth[times=1]",
    "每月, PerMonth[times=1]",
    "每月2次, PerMonth[times=2]",
    "每周, PerWeek[times=1]",
    "每天, PerDay[times=1]",
    "1次/日, PerDay[times=1]",
    "每季度, PerYear[times=4]",
    "每半年一次, PerYear[times=2]",
    "10%，半年一次, PerYear[times=2]",
    "季度检查2次, PerYear[times=8]",
    "上半年一次, Exact[times=1]",
    "二季度抽查1次, Exact[times=1]",
    "10%，两年一次, Unspecified[]",
    "每2年1次, Unspecified[]",
    "“四四制”, Unspecified[]",
    "频次根据监管需要确定, Unspecified[]",
    "10%, Unspecified[]"
  })
  void a_cell_says_how_often(String cell, String expected) {
    assertThat(read(cell).frequency()).hasToString(expected);
  }

  @Test
  void what_comes_once_in_several_years_is_said_and_a_person_decides_for_this_one() {
    assertThat(read("10%，两年一次").notes()).containsExactly("“两年一次”少于每年一次，不知道本年是否抽查、抽查几次");
  }

  @Test
  void the_cell_of_changzhi_is_read_without_a_remark() {
    QuotaReading reading = read("3%;2次/年");
    assertThat(reading)
        .isEqualTo(
            new QuotaReading(
                new Quota.Percent(new Share(3, 100)),
                new Frequency.PerYear(2),
                java.util.List.of(),
                "3%;2次/年",
                "",
                java.util.List.of()));
  }

  @Test
  void a_remark_in_brackets_is_a_note_and_never_a_number() {
    assertThat(read("1户(实际以联合双随机牵头单位抽查数为准)").notes()).containsExactly("实际以联合双随机牵头单位抽查数为准");
    assertThat(read("10%（2023年新增企业除外）").quota()).isEqualTo(new Quota.Percent(new Share(10, 100)));
    assertThat(read("10%，每组2名执法人员").quota()).isEqualTo(new Quota.Percent(new Share(10, 100)));
    assertThat(read("10%（硫磺沟超限检测站").notes()).containsExactly("硫磺沟超限检测站");
    assertThat(read("市级医疗保障部门每年对市级及以下经办机构抽查比例之和≥20%;1次/年").quota())
        .isEqualTo(new Quota.PercentMin(new Share(20, 100)));
  }

  @ParameterizedTest
  @CsvSource({
    "1000000户, '{kind=COUNT, count=1000000}'",
    "1000001户, COUNT_TOO_LARGE",
    "0.0001%, '{kind=PERCENT, percent=1/1000000}'",
    "0.00011%, QUOTA_TOO_PRECISE",
    "10户至10户, '{kind=COUNT_RANGE, count=10, countTo=10}'",
    "3%;1000次/年, '{kind=PERCENT, percent=3/100}'",
    "3%;1001次/年, FREQUENCY_OUT_OF_RANGE",
    "99.9999%, '{kind=PERCENT, percent=999999/1000000}'"
  })
  void the_last_number_that_can_be_is_read_and_the_next_is_refused(String cell, String told) {
    assertThat(
            switch (QuotaReader.read(cell)) {
              case Reading.Refused<QuotaReading> refused -> refused.reason().toString();
              case Reading.Read<QuotaReading>(var reading) -> reading.quota().json().toString();
            })
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0%, QUOTA_ZERO",
    "0 %, QUOTA_ZERO",
    "百分之零, QUOTA_ZERO",
    "0.00%, QUOTA_ZERO",
    "120%, QUOTA_ABOVE_HUNDRED",
    "120 %, QUOTA_ABOVE_HUNDRED",
    "100.01%, QUOTA_ABOVE_HUNDRED",
    "-5%, QUOTA_NEGATIVE",
    "−5 %, QUOTA_NEGATIVE",
    "负百分之五, QUOTA_NEGATIVE",
    "-3户, QUOTA_NEGATIVE",
    "'10%，-1次/年', QUOTA_NEGATIVE",
    "-2次, QUOTA_NEGATIVE",
    "20 %-10 %, QUOTA_RANGE_REVERSED",
    "20-10%, QUOTA_RANGE_REVERSED",
    "70-60家, QUOTA_RANGE_REVERSED",
    "0 户, COUNT_ZERO",
    "零户, COUNT_ZERO",
    "2.5户, COUNT_NOT_WHOLE",
    "99999999户, COUNT_TOO_LARGE",
    "0:5, STAFF_RATIO_ZERO",
    "1:0, STAFF_RATIO_ZERO",
    "3%;0次/年, FREQUENCY_OUT_OF_RANGE",
    "0.000001%, QUOTA_TOO_PRECISE"
  })
  void what_cannot_be_is_refused_with_a_code_of_its_own(String cell, String code) {
    assertThat(QuotaReader.read(cell)).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused<?>) QuotaReader.read(cell)).reason()).hasToString(code);
  }

  @Test
  void no_cell_whatever_breaks_the_reader() {
    String alphabet = "0123456789%％‰.,:;；、（）()-—～~至到百分之点一二十千万成户家个次年月每不低于超过≥≤=/ 的分别按对A类";
    Random random = new Random(20230129);
    for (int i = 0; i < Integer.getInteger("quota.cells", 10_000); i++) {
      StringBuilder cell = new StringBuilder();
      for (int j = random.nextInt(24); j > 0; j--) {
        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(QuotaReader.read(cell.toString())).as(cell.toString()).isNotNull();
    }
    assertThat(QuotaReader.read("9".repeat(QuotaReader.MAX_CHARACTERS))).isNotNull();
    assertThat(QuotaReader.read("万".repeat(QuotaReader.MAX_CHARACTERS - 1) + "户"))
        .isInstanceOf(Reading.Refused.class);
    assertThat(
            ((Reading.Refused<?>) QuotaReader.read("x".repeat(QuotaReader.MAX_CHARACTERS + 1)))
                .reason())
        .hasToString("QUOTA_TOO_LONG");
  }

  /** 1e1% was read as one percent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e1%", "1E1%", "１Ｅ１％", "1e+1%", "2.5E-1%", "1.e2户", "1e3户", "2×10%", "2x10户", "3*5户",
        "2^3户", "10%%", "10％％", "10‰%", "10户%", "10%户", "5-10%%"
      })
  void a_number_that_is_to_be_computed_first_is_refused(String cell) {
    assertThat(((Reading.Refused<?>) QuotaReader.read(cell)).reason())
        .hasToString("QUOTA_NOT_PLAIN");
  }

  @Test
  void a_class_called_e_and_a_letter_beside_a_number_are_no_computation() {
    assertThat(((Quota.Tiered) read("A类1%、E类5%").quota()).tiers())
        .extracting(Quota.Tier::stratum)
        .containsExactly("A", "E");
    assertThat(((Quota.Tiered) read("D5%、E10%").quota()).tiers())
        .extracting(Quota.Tier::stratum)
        .containsExactly("D", "E");
  }
}
