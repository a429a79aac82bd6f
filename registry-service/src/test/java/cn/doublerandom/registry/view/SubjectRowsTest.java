package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory.Entry;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.DuplicateTaken;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.registry.subject.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The register of subjects as it stands, with what was true of each from which day. */
class SubjectRowsTest {
  private static final String ID = "91350100M000100Y43";
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 5);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JULY = LocalDate.of(2023, 7, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final SubjectDetails FIRM = firm("甲公司", SINCE, null);
  private static final SubjectRegistered REGISTERED = new SubjectRegistered(FIRM);

  private static SubjectDetails firm(String name, LocalDate since, @Nullable Particulars more) {
    return new SubjectDetails(
        ID,
        name,
        SubjectKind.ENTERPRISE,
        List.of("道路运输"),
        CreditRiskClass.B,
        SubjectStatus.ACTIVE,
        "行政审批局",
        since,
        "新华路1号",
        more);
  }

  private static Instant morning(LocalDate day) {
    return Instant.parse(day + "T01:00:00Z");
  }

  /** Registered in January, and in May whatever else. */
  private static ProjectionSpecification firm(SubjectEvent... events) {
    return Registered.nothing()
        .at(morning(FIRST))
        .given(SubjectCodec.ofEvents(), RegistryStreams.SUBJECT.of(ID), REGISTERED)
        .at(morning(MAY))
        .given(SubjectCodec.ofEvents(), RegistryStreams.SUBJECT.of(ID), events);
  }

  private static Entry row(SubjectEvent... events) {
    Map<String, Entry> rows = firm(events).rows("subject_view", Entry.class);
    assertThat(rows).containsOnlyKeys(ID);
    return rows.values().iterator().next();
  }

  private static Map<String, Period> periods(SubjectEvent... events) {
    return firm(events).rows("subject_period_view", Period.class);
  }

  /** The row as it should be after events of May. */
  private static Entry entry(
      SubjectDetails details,
      String mergedInto,
      @Nullable RiskSource risk,
      @Nullable StatusAsked asked,
      SubjectEvent... events) {
    Timeline timeline = Timeline.of(FIRM);
    for (SubjectEvent event : events) {
      timeline = timeline.after(event, MAY);
    }
    return new Entry(details, mergedInto, risk, timeline, MAY, 1L + events.length, asked);
  }

  private static Period period(
      LocalDate from,
      LocalDate to,
      SubjectStatus status,
      CreditRiskClass riskClass,
      boolean merged) {
    return new Period(
        ID,
        from,
        to,
        SubjectKind.ENTERPRISE,
        status,
        riskClass,
        List.of("道路运输"),
        "",
        "",
        "",
        merged);
  }

  private static Period active(LocalDate from, LocalDate to) {
    return period(from, to, SubjectStatus.ACTIVE, CreditRiskClass.B, false);
  }

  @Test
  void an_entry_holds_from_the_day_the_firm_came_to_be() {
    assertThat(row()).isEqualTo(new Entry(FIRM, "", null, Timeline.of(FIRM), FIRST, 1, null));
    assertThat(periods()).isEqualTo(Map.of(ID + " " + SINCE, active(SINCE, Period.OPEN)));
  }

  @Test
  void a_status_of_a_later_day_is_known_and_does_not_hold_yet() {
    var suspended = new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER);
    assertThat(row(suspended)).isEqualTo(entry(FIRM, "", null, null, suspended));
    assertThat(periods(suspended))
        .isEqualTo(
            Map.of(
                ID + " " + SINCE,
                active(SINCE, DECEMBER),
                ID + " " + DECEMBER,
                period(DECEMBER, Period.OPEN, SubjectStatus.SUSPENDED, CreditRiskClass.B, false)));
  }

  @Test
  void a_status_of_an_earlier_day_is_not_undone_by_what_holds_later() {
    var suspended = new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", MAY);
    var reclassified = new SubjectReclassified(CreditRiskClass.D, "省分类系统", JULY);
    assertThat(row(suspended, reclassified))
        .isEqualTo(
            entry(
                FIRM.withStatus(SubjectStatus.SUSPENDED),
                "",
                new RiskSource("省分类系统", JULY),
                null,
                suspended,
                reclassified));
    assertThat(periods(suspended, reclassified))
        .isEqualTo(
            Map.of(
                ID + " " + SINCE,
                active(SINCE, MAY),
                ID + " " + MAY,
                period(MAY, JULY, SubjectStatus.SUSPENDED, CreditRiskClass.B, false),
                ID + " " + JULY,
                period(JULY, Period.OPEN, SubjectStatus.SUSPENDED, CreditRiskClass.D, false)));
  }

  @Test
  void where_a_class_comes_from_is_kept_when_the_entry_is_brought_up_to_date() {
    var reclassified = new SubjectReclassified(CreditRiskClass.C, "省分类系统", MAY);
    SubjectDetails renamed = firm("甲运输公司", SINCE, null).withRiskClass(CreditRiskClass.C);
    var revised = new SubjectRevised(renamed, MAY);
    assertThat(row(reclassified, revised))
        .isEqualTo(entry(renamed, "", new RiskSource("省分类系统", MAY), null, reclassified, revised));
  }

  @Test
  void a_revision_of_old_that_names_no_day_holds_from_the_day_it_was_recorded() {
    var more = new Particulars("130534", "5432", "道路客运", "", "", "", "", List.of(), "", null);
    SubjectDetails told = firm("甲运输公司", SINCE, more);
    var revised = new SubjectRevised(told, null);
    assertThat(row(revised)).isEqualTo(entry(told, "", null, null, revised));
    assertThat(periods(revised))
        .containsOnlyKeys(ID + " " + SINCE, ID + " " + MAY)
        .containsEntry(ID + " " + SINCE, active(SINCE, MAY))
        .containsEntry(
            ID + " " + MAY,
            new Period(
                ID,
                MAY,
                Period.OPEN,
                SubjectKind.ENTERPRISE,
                SubjectStatus.ACTIVE,
                CreditRiskClass.B,
                List.of("道路运输"),
                "130534",
                "5432",
                "道路客运",
                false));
  }

  @Test
  void a_first_day_that_was_corrected_leaves_no_day_in_the_stretch_that_was_none() {
    LocalDate founded = LocalDate.of(2019, 6, 1);
    SubjectDetails told = firm("甲公司", founded, null);
    assertThat(periods(new SubjectRevised(told, founded)))
        .isEqualTo(
            Map.of(
                ID + " " + SINCE,
                active(SINCE, SINCE),
                ID + " " + founded,
                active(founded, Period.OPEN)));
  }

  @Test
  void a_status_that_waits_for_a_second_person_is_shown_until_it_is_decided() {
    var asked = new StatusRequested(SubjectStatus.CANCELLED, "已注销", MAY, "keeper", "batch-7");
    var waits =
        new StatusAsked(
            SubjectStatus.CANCELLED, "已注销", MAY, "keeper", "batch-7", Set.of("keeper"), null, null);
    assertThat(row(asked)).isEqualTo(entry(FIRM, "", null, waits, asked));
    assertThat(periods(asked)).isEqualTo(periods());
    var ended = new StatusRequestEnded("登记机关未注销", "checker", false);
    assertThat(row(asked, ended)).isEqualTo(entry(FIRM, "", null, null, asked, ended));
    var agreed = new SubjectStatusChanged(SubjectStatus.CANCELLED, "已注销", MAY, "keeper", "checker");
    assertThat(row(asked, agreed))
        .isEqualTo(entry(FIRM.withStatus(SubjectStatus.CANCELLED), "", null, null, asked, agreed));
  }

  @Test
  void who_asked_before_another_still_did() {
    var first = new StatusRequested(SubjectStatus.CANCELLED, "已注销", MAY, "keeper", null);
    var second = new StatusRequested(SubjectStatus.SUSPENDED, "停业", MAY, "other", null);
    StatusAsked waits = row(first, second).statusAsked();
    assertThat(waits)
        .isEqualTo(
            new StatusAsked(
                SubjectStatus.SUSPENDED,
                "停业",
                MAY,
                "other",
                null,
                Set.of("keeper", "other"),
                null,
                null));
  }

  @Test
  void a_duplicate_stands_for_the_other_entry_from_its_day_until_that_is_taken_back() {
    var asked = new MergeRequested("T", "同一企业", MAY, "keeper");
    var merged = new SubjectMerged("T", "同一企业", MAY, "keeper", "checker");
    var unmerged = new SubjectUnmerged("并非同一企业", JULY, null, null);
    assertThat(row(asked)).isEqualTo(entry(FIRM, "", null, null, asked));
    assertThat(row(asked, merged)).isEqualTo(entry(FIRM, "T", null, null, asked, merged));
    assertThat(row(merged, unmerged)).isEqualTo(entry(FIRM, "", null, null, merged, unmerged));
    assertThat(periods(merged, unmerged))
        .isEqualTo(
            Map.of(
                ID + " " + SINCE,
                active(SINCE, MAY),
                ID + " " + MAY,
                period(MAY, JULY, SubjectStatus.ACTIVE, CreditRiskClass.B, true),
                ID + " " + JULY,
                active(JULY, Period.OPEN)));
  }

  @Test
  void that_another_entry_stands_for_it_changes_nothing_of_an_entry_but_its_last_change() {
    var taken = new DuplicateTaken("T", MAY);
    assertThat(row(taken)).isEqualTo(entry(FIRM, "", null, null, taken));
    assertThat(periods(taken)).isEqualTo(periods());
  }
}
