package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.LetterCodec;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.AskedWithdrawal;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.PlanVersion;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.notice.SubjectReplacement;
import cn.doublerandom.publication.notice.UncommittedRound;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.webhook.WebhookCodec;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was told of plans, programmes and draws is shown as it was told last. */
class NoticeProjectionTest {
  private static final EventCodec<NoticeEvent> CODEC = NoticeCodec.ofEvents();
  private static final LocalDate PUBLISHED = LocalDate.of(2023, 1, 30);
  private static final LocalDate DRAWN = LocalDate.of(2023, 3, 15);
  private static final String DRAW = "130534-2023001-001-1";
  private static final String HASH = "ab".repeat(32);
  private static final String RESULT = "cd".repeat(32);
  private static final String EXECUTE_BY = "2023-03-20T16:00:00Z";
  private static final DrawNotice COMMITTED =
      DrawNotice.committed(
          DRAW,
          "2023001",
          "001",
          1,
          34,
          HASH,
          EXECUTE_BY,
          null,
          "见证人三人",
          List.of(new DrawNotice.HandExclusion("S9", "立案调查", "丁公司")),
          List.of("每层候补 3 个"));
  private static final NoticeEvent COMMITMENT = new NoticeEvent.DrawCommitmentNoted(COMMITTED);
  private static final NoticeEvent DRAWN_AND_NAMED =
      new NoticeEvent.DrawNoticeIssued(
          RESULT,
          List.of("S1", "S2"),
          DRAWN,
          "见证人三人，全部揭示",
          List.of(new DrawNotice.Name("S1", "甲公司"), new DrawNotice.Name("S2", "乙公司")),
          null,
          null,
          null);

  private static ProjectionSpecification notices() {
    return ProjectionSpecification.over(log ->
        new NoticeProjection(
            new NoticeView(),
            new CommandHandler<>(log, new NoticeDecider(), CODEC),
            new CommandHandler<>(log, new ResultDecider(), ResultCodec.ofEvents())));
  }

  private static PlanTask task(String rate) {
    return new PlanTask(
        "2023001",
        "随机抽查001",
        "001",
        "道路运输行业随机抽查",
        "定向抽查",
        rate,
        "事项",
        "道路运输企业",
        "法制安全科",
        "执法大队",
        "2023年3月至11月",
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 11, 30),
        null);
  }

  private static PlanNotice plan(
      String rate,
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable List<PlanVersion> earlier) {
    return new PlanNotice(
        "130534-2023",
        "清河县交通运输局",
        "2023年计划",
        "2023年1月6日",
        PUBLISHED,
        List.of(task(rate)),
        version,
        reason,
        earlier,
        null);
  }

  private static PlanVersion version(int number, String rate, @Nullable String reason) {
    return new PlanVersion(
        number, "2023年计划", "2023年1月6日", PUBLISHED, List.of(task(rate)), reason, null);
  }

  private static Map<String, PlanNotice> plans(PlanNotice... told) {
    ProjectionSpecification notices = notices();
    for (PlanNotice plan : told) {
      notices.given(
          CODEC,
          PublicationStreams.PLAN_NOTICE.of(plan.planKey()),
          new NoticeEvent.PlanNoticeIssued(plan));
    }
    return notices.rows("plan_notice_view", PlanNotice.class);
  }

  private static Map<String, DrawNotice> draws(NoticeEvent... events) {
    return notices()
        .given(CODEC, PublicationStreams.DRAW_NOTICE.of(DRAW), events)
        .rows("draw_notice_view", DrawNotice.class);
  }

  private static DrawNotice draw(NoticeEvent... events) {
    Map<String, DrawNotice> rows = draws(events);
    assertThat(rows).containsOnlyKeys(DRAW);
    return rows.values().iterator().next();
  }

  /** The draw after it was made. */
  private static DrawNotice made(
      String phase,
      String voidReason,
      @Nullable DrawSealing sealing,
      @Nullable String overdueSince,
      @Nullable List<SubjectReplacement> replacements) {
    return new DrawNotice(
        DRAW,
        "2023001",
        "001",
        1,
        phase,
        34,
        HASH,
        EXECUTE_BY,
        RESULT,
        List.of("S1", "S2"),
        DRAWN.toString(),
        voidReason,
        sealing,
        overdueSince,
        replacements,
        null,
        "见证人三人，全部揭示",
        COMMITTED.excludedByHand(),
        COMMITTED.terms(),
        List.of(new DrawNotice.Name("S1", "甲公司"), new DrawNotice.Name("S2", "乙公司")),
        null,
        null,
        null,
        null);
  }

  @Test
  void a_plan_is_shown_with_every_version_that_was_public_before() {
    assertThat(plans(plan("10%", 1, null, null)))
        .isEqualTo(Map.of("130534-2023", plan("10%", 1, null, null)));
    assertThat(plans(plan("10%", 1, null, null), plan("12%", 2, "新增企业较多", null)))
        .isEqualTo(
            Map.of("130534-2023", plan("12%", 2, "新增企业较多", List.of(version(1, "10%", null)))));
  }

  @Test
  void plans_of_before_versions_were_numbered_are_counted() {
    assertThat(
            plans(
                plan("10%", null, null, null),
                plan("12%", null, null, null),
                plan("8%", null, null, null)))
        .isEqualTo(
            Map.of(
                "130534-2023",
                plan("8%", null, null, List.of(version(2, "12%", null), version(1, "10%", null)))));
  }

  @Test
  void an_alarm_of_a_step_is_replaced_by_what_it_says_next_and_other_steps_have_their_own() {
    LocalDate due = LocalDate.of(2023, 1, 31);
    var soon = new PlanAlarm("130534-2023", "公示", "DUE_SOON", due, due.minusDays(5), null);
    var missed = new PlanAlarm("130534-2023", "公示", "OVERDUE", due, due.plusDays(1), null);
    var late =
        new PlanAlarm("130534-2023", "上报", "DONE_LATE", due, due.plusDays(2), due.plusDays(1));
    assertThat(
            notices()
                .given(
                    CODEC,
                    PublicationStreams.PLAN_ALARM.of(soon.id()),
                    new NoticeEvent.PlanAlarmNoted(soon),
                    new NoticeEvent.PlanAlarmNoted(missed))
                .given(
                    CODEC,
                    PublicationStreams.PLAN_ALARM.of(late.id()),
                    new NoticeEvent.PlanAlarmNoted(late))
                .rows("plan_alarm_view", PlanAlarm.class))
        .isEqualTo(Map.of("130534-2023-公示", missed, "130534-2023-上报", late));
  }

  @Test
  void a_bulletin_is_shown_as_it_was_told_until_two_people_withdraw_it() {
    var bulletin =
        new BulletinNotice(
            "130534-2023-1",
            2023,
            1,
            LocalDate.of(2024, 1, 5),
            LocalDate.of(2024, 1, 9),
            List.of(new BulletinNotice.OfUnit("道路运输股", 12, 1, 0, 0, 0, 99, 100)),
            null);
    String stream = PublicationStreams.BULLETIN_NOTICE.of(bulletin.bulletinId());
    var told = notices().given(CODEC, stream, new NoticeEvent.BulletinNoticeIssued(bulletin));
    assertThat(told.rows("bulletin_notice_view", BulletinNotice.class))
        .isEqualTo(Map.of(bulletin.bulletinId(), bulletin));

    LocalDate on = LocalDate.of(2024, 1, 12);
    var asked =
        told.given(CODEC, stream, new NoticeEvent.BulletinWithdrawalAsked("重复计算", "DD001", on));
    assertThat(asked.rows("bulletin_notice_view", BulletinNotice.class).get("130534-2023-1"))
        .as("nobody outside reads what waits for another person")
        .isEqualTo(bulletin);
    assertThat(asked.rows("asked_withdrawal_view", AskedWithdrawal.class).values())
        .containsExactly(
            new AskedWithdrawal("130534-2023-1", bulletin.heading(), "DD001", on, true));

    var back =
        asked.given(
            CODEC, stream, new NoticeEvent.BulletinWithdrawalTakenBack("口径无误", "DD001", on));
    assertThat(back.rows("asked_withdrawal_view", AskedWithdrawal.class).values())
        .extracting(AskedWithdrawal::waits)
        .containsExactly(false);
    assertThat(back.rows("bulletin_notice_view", BulletinNotice.class).get("130534-2023-1"))
        .isEqualTo(bulletin);

    var withdrawn =
        back.given(CODEC, stream, new NoticeEvent.BulletinWithdrawalAsked("重复计算", "DD001", on))
            .given(CODEC, stream, new NoticeEvent.BulletinWithdrawn("重复计算", "DD001", "DD002", on));
    assertThat(withdrawn.rows("asked_withdrawal_view", AskedWithdrawal.class).values())
        .extracting(AskedWithdrawal::waits)
        .containsExactly(false);
    assertThat(withdrawn.rows("bulletin_notice_view", BulletinNotice.class).get("130534-2023-1"))
        .extracting(BulletinNotice::withdrawn)
        .isEqualTo(new BulletinNotice.Withdrawn(on, "重复计算"));
  }

  private static ProgrammeNotice programme(String id, int batch, String title) {
    return new ProgrammeNotice(
        id,
        "130534-2023",
        "2023001",
        "001",
        batch,
        title,
        "清交〔2023〕8号",
        List.of("道路客运经营行为检查"),
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 6, 30),
        4,
        "3月10日集中培训",
        "实地核查",
        "0319-8160000",
        LocalDate.of(2023, 2, 20),
        LocalDate.of(2023, 2, 21),
        null);
  }

  @Test
  void each_batch_shows_its_programme_as_it_was_published_last() {
    ProgrammeNotice first = programme("130534-2023001-001", 1, "第一批实施方案");
    ProgrammeNotice second = programme("130534-2023001-001-2", 2, "第二批实施方案");
    ProgrammeNotice again = programme("130534-2023001-001", 1, "第一批实施方案（修订）");
    assertThat(
            notices()
                .given(
                    CODEC,
                    PublicationStreams.PROGRAMME_NOTICE.of(first.programmeId()),
                    new NoticeEvent.ProgrammeNoticeIssued(first))
                .given(
                    CODEC,
                    PublicationStreams.PROGRAMME_NOTICE.of(second.programmeId()),
                    new NoticeEvent.ProgrammeNoticeIssued(second))
                .given(
                    CODEC,
                    PublicationStreams.PROGRAMME_NOTICE.of(first.programmeId()),
                    new NoticeEvent.ProgrammeNoticeIssued(again))
                .rows("programme_notice_view", ProgrammeNotice.class))
        .isEqualTo(Map.of(again.programmeId(), again, second.programmeId(), second));
  }

  @Test
  void a_draw_is_public_from_its_commitment_on_and_names_who_was_drawn_once_it_is_made() {
    assertThat(draws(COMMITMENT)).isEqualTo(Map.of(DRAW, COMMITTED));
    assertThat(draw(COMMITMENT, DRAWN_AND_NAMED)).isEqualTo(made("EXECUTED", "", null, null, null));
  }

  @Test
  void a_draw_of_before_chance_and_names_were_told_says_what_its_commitment_said() {
    DrawNotice old =
        draw(
            COMMITMENT,
            new NoticeEvent.DrawNoticeIssued(
                RESULT, List.of("S1", "S2"), DRAWN, null, null, null, null, null));
    assertThat(old.chance()).isEqualTo("见证人三人");
    assertThat(old.names()).isNull();
    assertThat(old.selected()).containsExactly("S1", "S2");
    assertThat(old.phase()).isEqualTo("EXECUTED");
  }

  private static final NoticeEvent IN_ENGLISH =
      new NoticeEvent.DrawCommitmentNoted(
          COMMITTED.inEnglish(List.of("3 stand by in each class"), "Three witnesses."));

  private static NoticeEvent.DrawNoticeIssued issued(
      @Nullable String chance, @Nullable String chanceInEnglish) {
    return new NoticeEvent.DrawNoticeIssued(
        RESULT, List.of("S1", "S2"), DRAWN, chance, null, null, null, chanceInEnglish);
  }

  @Test
  void what_was_told_in_english_is_shown_in_english_and_stays_through_everything() {
    DrawNotice made =
        draw(
            IN_ENGLISH,
            new NoticeEvent.DrawOverdueNoted(EXECUTE_BY),
            issued("见证人三人，全部揭示", "Three witnesses, all of whom revealed."),
            new NoticeEvent.DrawVoidNoted("名单有误", RESULT));
    assertThat(made.termsInEnglish()).containsExactly("3 stand by in each class");
    assertThat(made.chanceInEnglish()).isEqualTo("Three witnesses, all of whom revealed.");
    assertThat(draw(COMMITMENT).termsInEnglish()).isNull();
    assertThat(draw(COMMITMENT).chanceInEnglish()).isNull();
  }

  @Test
  void english_says_what_the_chinese_sentence_beside_it_says_or_nothing() {
    assertThat(draw(IN_ENGLISH, issued(null, null)).chanceInEnglish())
        .as("the commitment's own sentence stays with it")
        .isEqualTo("Three witnesses.");
    DrawNotice older = draw(IN_ENGLISH, issued("见证人三人，全部揭示", null));
    assertThat(older.chance()).isEqualTo("见证人三人，全部揭示");
    assertThat(older.chanceInEnglish()).as("told by a service of before").isNull();
    assertThat(older.termsInEnglish()).isNotNull();
  }

  @Test
  void a_sealed_draw_tells_how_many_and_opened_later_keeps_its_seal_and_its_day() {
    var sealing = new DrawSealing("ef".repeat(32), 2, "2023-06-20T16:00:00Z", null);
    var sealed = new NoticeEvent.DrawSealNoted(sealing, DRAWN);
    DrawNotice closed = draw(COMMITMENT, sealed);
    assertThat(closed.phase()).isEqualTo("SEALED");
    assertThat(closed.drawn()).isEqualTo(2);
    assertThat(closed.selected()).isEmpty();
    var opened =
        new NoticeEvent.DrawNoticeIssued(
            RESULT,
            List.of("S1", "S2"),
            DRAWN.plusMonths(2),
            "见证人三人，全部揭示",
            List.of(new DrawNotice.Name("S1", "甲公司"), new DrawNotice.Name("S2", "乙公司")),
            null,
            null,
            null);
    assertThat(draw(COMMITMENT, sealed, opened))
        .isEqualTo(
            made(
                "EXECUTED",
                "",
                new DrawSealing(
                    sealing.hash(), sealing.drawn(), sealing.openBy(), DRAWN.plusMonths(2)),
                null,
                null));
  }

  @Test
  void that_a_draw_was_overdue_is_not_undone_by_its_being_made() {
    assertThat(draw(COMMITMENT, new NoticeEvent.DrawOverdueNoted(EXECUTE_BY), DRAWN_AND_NAMED))
        .isEqualTo(made("EXECUTED", "", null, EXECUTE_BY, null));
  }

  @Test
  void who_was_replaced_stays_in_the_notice_of_a_draw_that_is_void() {
    var first =
        new SubjectReplacement("S1", "S5", "已注销", DRAWN.plusDays(3), "戊公司", null, null, null);
    var second =
        new SubjectReplacement("S2", "S6", "迁出", DRAWN.plusDays(4), null, null, null, null);
    var replaced =
        new NoticeEvent[] {
          COMMITMENT,
          DRAWN_AND_NAMED,
          new NoticeEvent.SubjectReplacementNoted(first),
          new NoticeEvent.SubjectReplacementNoted(second)
        };
    assertThat(draw(replaced)).isEqualTo(made("EXECUTED", "", null, null, List.of(first, second)));
    assertThat(
            draw(
                replaced[0],
                replaced[1],
                replaced[2],
                replaced[3],
                new NoticeEvent.DrawVoidNoted("名单有误", null)))
        .isEqualTo(made("VOIDED", "名单有误", null, null, List.of(first, second)));
  }

  @Test
  void a_draw_voided_before_it_was_made_says_what_it_would_have_drawn_where_that_is_known() {
    assertThat(draw(COMMITMENT, new NoticeEvent.DrawVoidNoted("名单有误", RESULT)))
        .isEqualTo(COMMITTED.voided("名单有误", RESULT));
    assertThat(draw(COMMITMENT, new NoticeEvent.DrawVoidNoted("见证人未到场", null)).resultHash())
        .isEmpty();
  }

  @Test
  void a_round_voided_before_it_was_committed_is_not_missing() {
    DrawNotice notice = UncommittedRound.voided(DRAW, "名单有误");
    assertThat(draws(new NoticeEvent.UncommittedRoundVoidNoted(notice)))
        .isEqualTo(Map.of(DRAW, notice));
  }

  @Test
  void every_anchor_of_a_ledger_is_kept() {
    Instant noon = Instant.parse("2023-03-15T04:00:00Z");
    var small = new Anchor("draw", 7, HASH, "note", noon);
    var large = new Anchor("draw", 12, RESULT, "note", noon.plusSeconds(60));
    assertThat(
            notices()
                .given(
                    CODEC,
                    PublicationStreams.ANCHOR.of(small.id()),
                    new NoticeEvent.AnchorNoted(small))
                .given(
                    CODEC,
                    PublicationStreams.ANCHOR.of(large.id()),
                    new NoticeEvent.AnchorNoted(large))
                .rows("anchor_view", Anchor.class))
        .isEqualTo(Map.of("draw-000000000007", small, "draw-000000000012", large));
  }

  @Test
  void the_calendar_is_no_notice() {
    assertThat(
            notices()
                .given(
                    new EventCodec<>(CalendarEvent.class),
                    CalendarStream.NAME,
                    new CalendarEvent.NoticeRequestEnded("国办发明电〔2022〕16号", "calendar-keeper", null))
                .given(CODEC, PublicationStreams.DRAW_NOTICE.of(DRAW), COMMITMENT)
                .rows("draw_notice_view", DrawNotice.class))
        .isEqualTo(Map.of(DRAW, COMMITTED));
  }

  @Test
  void a_letter_and_a_subscription_are_no_notices() {
    assertThat(
            notices()
                .given(
                    LetterCodec.ofEvents(),
                    PublicationStreams.LETTER.of("130534-20230616-7KM3QX2345"),
                    new LetterEvent.LetterAnswered("li", DRAWN))
                .given(
                    WebhookCodec.ofEvents(),
                    PublicationStreams.WEBHOOK.of("fd0d5e4405bd60bb"),
                    new WebhookEvent.WebhookResumed("li"))
                .given(CODEC, PublicationStreams.DRAW_NOTICE.of(DRAW), COMMITMENT)
                .rows("draw_notice_view", DrawNotice.class))
        .isEqualTo(Map.of(DRAW, COMMITTED));
  }
}
