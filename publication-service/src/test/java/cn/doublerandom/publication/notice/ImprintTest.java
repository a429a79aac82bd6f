package cn.doublerandom.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import cn.doublerandom.publication.notice.Imprint.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 公示要素: who published what, when, under which number, and whether it still holds. */
class ImprintTest {
  private static final Optional<Bureau> BUREAU =
      Optional.of(
          new Bureau(
              BureauKey.SEED,
              "清河县交通运输局",
              "11130534000000000A",
              BureauLevel.COUNTY,
              List.of(),
              new DocumentNumberForm("清交双随机办（{year}）{number}号")));

  private static PlanNotice plan(LocalDate publishedOn, @Nullable List<PlanVersion> earlier) {
    return new PlanNotice(
        "130534-2023", "法制安全科", "2023年计划", "", publishedOn, List.of(), null, null, earlier, null);
  }

  private static ProgrammeNotice programme(
      String documentNumber, @Nullable List<ProgrammeNotice.Former> formerly) {
    LocalDate day = LocalDate.of(2024, 1, 5);
    return new ProgrammeNotice(
        "130534-2023001-001",
        "130534-2023",
        "2023001",
        "001",
        1,
        "方案",
        documentNumber,
        List.of("检查"),
        day,
        day.plusDays(9),
        4,
        "培训",
        "实地核查",
        "电话",
        day,
        day.plusDays(1),
        formerly);
  }

  private static DrawNotice draw() {
    return DrawNotice.committed(
        "130534-2023001-001-2",
        "2023001",
        "001",
        2,
        50,
        "c".repeat(64),
        "2023-03-15T08:00:00Z",
        null,
        null,
        null,
        null);
  }

  @Test
  void an_index_number_begins_with_the_credit_code_and_stays_through_every_version() {
    PlanNotice first = plan(LocalDate.of(2023, 1, 30), null);
    PlanNotice adjusted = plan(LocalDate.of(2024, 1, 2), List.of(first.asVersion()));

    assertThat(Imprint.of(first, BUREAU).indexNumber())
        .isEqualTo("11130534000000000A/2023-JH-130534-2023")
        .isEqualTo(Imprint.of(adjusted, BUREAU).indexNumber());
    assertThat(Imprint.of(first, BUREAU).validity()).isEqualTo(Validity.IN_FORCE);
    assertThat(Imprint.of(adjusted, BUREAU).validity()).isEqualTo(Validity.AMENDED);
    assertThat(Imprint.of(adjusted, BUREAU).publishedOn()).isEqualTo("2024-01-02");
  }

  @Test
  void a_second_batch_and_a_second_round_never_have_the_same_number() {
    assertThat(Imprint.of(programme("", null), "局", BUREAU).indexNumber())
        .isEqualTo("11130534000000000A/2023-FA-130534-2023001-001");
    assertThat(Imprint.of(draw(), "局", BUREAU).indexNumber())
        .isEqualTo("11130534000000000A/2023-CQ-130534-2023001-001-2");
    var bulletin =
        new BulletinNotice(
            "130534-2023-1",
            2023,
            1,
            LocalDate.of(2024, 1, 5),
            LocalDate.of(2024, 1, 9),
            List.of(),
            null);
    assertThat(Imprint.of(bulletin, BUREAU).indexNumber())
        .isEqualTo("11130534000000000A/2023-TB-130534-2023-1");
  }

  @Test
  void the_bureau_publishes_and_none_of_its_sections() {
    assertThat(Imprint.of(plan(LocalDate.of(2023, 1, 30), null), BUREAU).issuer())
        .isEqualTo("清河县交通运输局");
    Imprint unread = Imprint.of(programme("", null), "清河县交通局", Optional.empty());
    assertThat(unread.issuer()).isEqualTo("清河县交通局");
    assertThat(unread.indexNumber()).as("without a credit code there is none").isNull();
  }

  @Test
  void a_document_number_keeps_its_brackets_and_is_absent_where_there_is_none() {
    for (String number : List.of("清交双随机办（2023）1号", "清交〔2023〕8号")) {
      assertThat(Imprint.of(programme(number, null), "局", BUREAU).documentNumber())
          .isEqualTo(number);
    }
    assertThat(Imprint.of(programme(" ", null), "局", BUREAU).documentNumber()).isNull();
  }

  @Test
  void a_plan_has_the_number_it_was_reported_with() {
    PlanNotice numbered =
        new PlanNotice(
            "130534-2023",
            "局",
            "",
            "",
            LocalDate.of(2023, 1, 30),
            List.of(),
            null,
            null,
            null,
            "清交〔2023〕8号");
    assertThat(Imprint.of(numbered, BUREAU).documentNumber()).isEqualTo("清交〔2023〕8号");
    assertThat(Imprint.of(plan(LocalDate.of(2023, 1, 30), null), BUREAU).documentNumber()).isNull();
  }

  @Test
  void a_programme_in_the_place_of_another_holds_as_it_was_changed() {
    LocalDate day = LocalDate.of(2023, 3, 1);
    var former = new ProgrammeNotice.Former("方案", "", day, day, day);
    assertThat(Imprint.of(programme("", List.of(former)), "局", BUREAU).validity())
        .isEqualTo(Validity.AMENDED);
  }

  @Test
  void a_plan_was_written_on_the_day_its_table_says() {
    for (String printed : List.of("2023年1月6日", "2023-01-06", "2023.1.6")) {
      PlanNotice plan =
          new PlanNotice(
              "130534-2023",
              "局",
              "",
              printed,
              LocalDate.of(2023, 1, 30),
              List.of(),
              null,
              null,
              null,
              null);
      assertThat(Imprint.of(plan, BUREAU).writtenOn()).as(printed).isEqualTo("2023-01-06");
    }
    for (String printed : List.of("", "2023年1月", "2023年2月30日", "年初")) {
      PlanNotice plan =
          new PlanNotice(
              "130534-2023",
              "局",
              "",
              printed,
              LocalDate.of(2023, 1, 30),
              List.of(),
              null,
              null,
              null,
              null);
      assertThat(Imprint.of(plan, BUREAU).writtenOn()).as(printed).isNull();
    }
  }

  @Test
  void a_draw_is_public_since_it_was_made_and_a_sealed_one_since_it_was_opened() {
    LocalDate made = LocalDate.of(2023, 3, 15);
    LocalDate opened = LocalDate.of(2023, 4, 20);
    var issued =
        new NoticeEvent.DrawNoticeIssued("h", List.of("S"), opened, null, null, null, null, null);
    DrawNotice sealed = draw().sealed(new DrawSealing("s", 1, "2023-05-01T00:00:00Z", null), made);

    assertThat(Imprint.of(draw(), "局", BUREAU).publishedOn()).as("not drawn yet").isNull();
    assertThat(Imprint.of(draw().executed(issued), "局", BUREAU).publishedOn()).isEqualTo(opened);
    assertThat(Imprint.of(sealed, "局", BUREAU).publishedOn()).isEqualTo(made);
    assertThat(Imprint.of(sealed.executed(issued), "局", BUREAU).publishedOn()).isEqualTo(opened);
    assertThat(Imprint.of(sealed.executed(issued), "局", BUREAU).writtenOn()).isEqualTo(made);
    assertThat(Imprint.of(sealed.executed(issued).voided("名单有误", null), "局", BUREAU).publishedOn())
        .isEqualTo(opened);
  }

  @Test
  void a_void_draw_no_longer_holds_and_keeps_its_number() {
    DrawNotice voided = draw().voided("名单有误", null);
    assertThat(Imprint.of(voided, "局", BUREAU).validity()).isEqualTo(Validity.VOID);
    assertThat(Imprint.of(voided, "局", BUREAU).indexNumber())
        .isEqualTo(Imprint.of(draw(), "局", BUREAU).indexNumber());
    assertThat(Imprint.of(draw(), "局", BUREAU).writtenOn()).as("not drawn yet").isNull();
  }
}
