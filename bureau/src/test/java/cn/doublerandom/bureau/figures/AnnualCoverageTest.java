package cn.doublerandom.bureau.figures;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.AnnualCoverage.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualCoverageTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void enterprises_in_business_at_the_previous_year_end_count_and_nobody_else() {
    Standing always = Standing.of(LONG_AGO, "ACTIVE");
    List<Entry> register =
        List.of(
            new Entry("always", "ENTERPRISE", always),
            new Entry("left-in-march", "ENTERPRISE", always.after("CANCELLED", day("2023-03-01"))),
            new Entry("left-before", "ENTERPRISE", always.after("MOVED_OUT", day("2022-12-31"))),
            new Entry("stopped-before", "ENTERPRISE", always.after("SUSPENDED", day("2022-11-01"))),
            new Entry("stopped-later", "ENTERPRISE", always.after("SUSPENDED", day("2023-01-10"))),
            new Entry("founded-on-the-day", "ENTERPRISE", Standing.of(day("2022-12-31"), "ACTIVE")),
            new Entry("founded-after", "ENTERPRISE", Standing.of(day("2023-01-01"), "ACTIVE")),
            new Entry("works", "PROJECT", always),
            new Entry("lorry", "VEHICLE", always),
            new Entry("driver", "PERSON", always));

    AnnualCoverage coverage =
        AnnualCoverage.of(
            2023,
            register.stream(),
            Set.of("left-in-march", "founded-after", "works", "stopped-before"));

    assertThat(coverage).isEqualTo(new AnnualCoverage(2023, 1, 4));
    assertThat(coverage.percent()).isEqualTo("25.00%");
    assertThat(coverage.basis().on()).isEqualTo(day("2022-12-31"));
    assertThat(coverage.basis().kinds()).containsExactly("ENTERPRISE");
    assertThat(coverage.basis().states()).containsExactly("ACTIVE");
    assertThat(coverage.basis().text()).isEqualTo("2022年12月31日登记状态为存续的企业；项目、车辆、人员等另计");
  }

  @Test
  void the_shares_of_all_entries_add_up_to_the_figure_of_every_year() {
    var random = new Random(20230129);
    for (int round = 0; round < 300; round++) {
      List<CoverageShare> shares = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        Standing standing = Standing.of(someDay(random), random.nextBoolean() ? "ACTIVE" : "X");
        for (int change = random.nextInt(4); change > 0; change--) {
          standing = standing.after(random.nextBoolean() ? "ACTIVE" : "X", someDay(random));
        }
        List<Integer> years = random.ints(random.nextInt(3), 2017, 2026).boxed().toList();
        shares.add(new CoverageShare("ENTERPRISE", standing, years));
      }
      for (int year = 2016; year <= 2027; year++) {
        int asked = year;
        AnnualCoverage whole =
            AnnualCoverage.of(
                year,
                IntStream.range(0, 20)
                    .mapToObj(n -> new Entry("" + n, "ENTERPRISE", shares.get(n).standing())),
                IntStream.range(0, 20)
                    .filter(n -> shares.get(n).inspectedIn().contains(asked))
                    .mapToObj(n -> "" + n)
                    .collect(Collectors.toSet()));
        assertThat(
                new AnnualCoverage(
                    year,
                    shares.stream().filter(s -> s.inspected().contains(asked)).count(),
                    shares.stream()
                        .flatMap(s -> s.turned().entrySet().stream())
                        .filter(turn -> turn.getKey() <= asked)
                        .mapToLong(Map.Entry::getValue)
                        .sum()))
            .isEqualTo(whole);
      }
    }
  }

  private static LocalDate someDay(Random random) {
    return LocalDate.of(2016, 12, 29).plusDays(random.nextInt(3_300));
  }

  @Test
  void nothing_of_nothing_is_neither_none_nor_all() {
    assertThat(new AnnualCoverage(2023, 0, 0).percent()).isEqualTo("—");
    assertThat(Percent.of(0, 3)).isEqualTo("0.00%");
    assertThat(Percent.of(3, 3)).isEqualTo("100.00%");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 19, 10.53%",
    "1, 19, 5.26%",
    "2, 3, 66.67%",
    "1, 3, 33.33%",
    "1, 800, 0.13%",
    "5, 7, 71.43%",
    "7, 6, 116.67%"
  })
  void a_share_is_rounded_as_a_reader_with_a_calculator_rounds_it(
      long part, long whole, String percent) {
    assertThat(Percent.of(part, whole)).isEqualTo(percent);
  }

  @Test
  void all_is_said_only_of_all_and_nothing_only_of_nothing() {
    assertThat(Percent.of(99_999, 100_000)).isEqualTo("99.99%");
    assertThat(Percent.of(1, 100_000)).isEqualTo("0.01%");
    assertThat(Percent.of(0, 100_000)).isEqualTo("0.00%");
    assertThat(Percent.of(100_000, 100_000)).isEqualTo("100.00%");
  }

  @Test
  void a_change_told_later_for_an_earlier_day_leaves_what_is_known_of_later_days() {
    Standing standing =
        Standing.of(LONG_AGO, "ACTIVE")
            .after("CANCELLED", day("2023-06-01"))
            .after("SUSPENDED", day("2022-03-01"))
            .after("ACTIVE", day("2022-05-01"));
    assertThat(standing.isCountedOn(day("2022-04-01"))).isFalse();
    assertThat(standing.isCountedOn(day("2022-12-31"))).isTrue();
    assertThat(standing.isCountedOn(day("2023-12-31"))).isFalse();
  }

  @Test
  void an_entry_corrected_without_a_day_was_always_so_and_a_corrected_first_day_moves_it() {
    Standing told = Standing.of(LONG_AGO, "ACTIVE");
    assertThat(told.after("CANCELLED", null).isCountedOn(day("2022-12-31"))).isFalse();
    assertThat(told.since(day("2023-02-01")).isCountedOn(day("2022-12-31"))).isFalse();
    assertThat(Standing.of(day("2023-02-01"), "ACTIVE").since(LONG_AGO).isCountedOn(LONG_AGO))
        .isTrue();
    assertThat(told.after("ACTIVE", day("2023-05-01"))).isEqualTo(told);
  }
}
