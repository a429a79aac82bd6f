package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.bureau.people.Duty;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.draw.register.KnownEntry.FormerName;
import cn.doublerandom.draw.register.KnownEntry.KnownChange;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 一单两库 as the registry told it last, however often and late it is told. */
class KnownReplicasTest {
  private static final Scope MARKET = new Scope("130534.scjg");
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final List<String> LABELS = List.of("道路运输");

  /** Nobody follows: what else comes of a recusal is no row. */
  private static final KnownReplicas REPLICAS =
      new KnownReplicas((message, store, before, now) -> Uni.createFrom().voidItem());

  private static ReplicaSpecification given(
      Replica replica, String key, IntegrationEvent... events) {
    ReplicaSpecification told = ReplicaSpecification.of(replica);
    for (IntegrationEvent event : events) {
      told.given(Integration.announcement(KnownReplicas.SOURCE, key, event));
    }
    return told;
  }

  private static SubjectChanged firm(
      String status,
      String riskClass,
      @Nullable LocalDate effective,
      @Nullable List<SubjectChanged.Later> later,
      @Nullable List<SubjectChanged.State> states) {
    return new SubjectChanged(
        "S1",
        "甲公司",
        "ENTERPRISE",
        LABELS,
        riskClass,
        status,
        "行政审批局",
        SINCE,
        null,
        null,
        null,
        null,
        effective,
        later,
        states,
        null,
        null);
  }

  private static Map<String, KnownSubject> subjects(SubjectChanged... told) {
    return given(REPLICAS.subjects(), "subject-S1", told).rows(KnownSubject.class);
  }

  private static Map<String, KnownSubject> firm(
      String status,
      @Nullable String riskClass,
      Standing standing,
      @Nullable List<KnownChange> later) {
    return Map.of(
        "S1",
        new KnownSubject("S1", "甲公司", "ENTERPRISE", LABELS, status, riskClass, standing, later));
  }

  @Test
  void a_firm_told_first_is_in_business_from_the_day_it_came_to_be() {
    assertThat(subjects(firm("ACTIVE", "B", null, null, null)))
        .isEqualTo(firm("ACTIVE", "B", Standing.of(SINCE, "ACTIVE"), null));
  }

  @Test
  void a_firm_without_a_class_has_none() {
    assertThat(subjects(firm("ACTIVE", "NONE", null, null, null)))
        .isEqualTo(firm("ACTIVE", null, Standing.of(SINCE, "ACTIVE"), null));
  }

  @Test
  void a_record_of_before_states_were_told_adds_to_what_is_known_of_the_past() {
    assertThat(
            subjects(
                firm("ACTIVE", "B", null, null, null), firm("CANCELLED", "B", MAY, null, null)))
        .isEqualTo(
            firm("CANCELLED", "B", Standing.of(SINCE, "ACTIVE").after("CANCELLED", MAY), null));
  }

  @Test
  void a_record_that_tells_all_states_stands_for_whatever_was_known_before() {
    SubjectChanged told =
        firm(
            "ACTIVE",
            "B",
            SINCE,
            List.of(new SubjectChanged.Later(DECEMBER, "SUSPENDED", "NONE", List.of())),
            List.of(
                new SubjectChanged.State(SINCE, "ACTIVE"),
                new SubjectChanged.State(DECEMBER, "SUSPENDED")));
    Map<String, KnownSubject> known =
        firm(
            "ACTIVE",
            "B",
            Standing.of(SINCE, "ACTIVE").after("SUSPENDED", DECEMBER),
            List.of(new KnownChange(DECEMBER, "SUSPENDED", null, List.of())));
    assertThat(subjects(told)).isEqualTo(known);
    assertThat(subjects(firm("CANCELLED", "B", MAY, null, null), told)).isEqualTo(known);
  }

  private static InspectorChanged officer(
      List<InspectorChanged.Recusal> recusals,
      @Nullable List<InspectorChanged.Absence> absences,
      @Nullable List<InspectorChanged.Later> later,
      @Nullable List<String> asked) {
    return new InspectorChanged(
        "I1",
        "大队",
        List.of("skill:道路客运", "unit:大队"),
        LocalDate.of(2025, 12, 31),
        "ACTIVE",
        recusals,
        absences,
        later,
        asked);
  }

  private static Map<String, KnownInspector> inspectors(InspectorChanged... told) {
    return given(REPLICAS.inspectors(), "inspector-I1", told).rows(KnownInspector.class);
  }

  private static Map<String, KnownInspector> officerWith(
      List<KnownRecusal> recusals,
      @Nullable List<Duty.Absence> absences,
      @Nullable List<Duty.Later> later,
      @Nullable List<String> asked) {
    return Map.of(
        "I1",
        new KnownInspector(
            "I1",
            List.of("skill:道路客运", "unit:大队"),
            LocalDate.of(2025, 12, 31),
            "ACTIVE",
            recusals,
            absences,
            later,
            asked));
  }

  @Test
  void an_inspector_is_known_as_told_last_and_of_old_without_what_was_not_told() {
    InspectorChanged old =
        officer(List.of(new InspectorChanged.Recusal("S1", "RELATIVE")), null, null, null);
    assertThat(inspectors(old))
        .isEqualTo(
            officerWith(
                List.of(new KnownRecusal("S1", "RELATIVE", null, null, null)), null, null, null));
    InspectorChanged now =
        officer(
            List.of(new InspectorChanged.Recusal("S1", "RELATIVE", MAY, DECEMBER, "checker")),
            List.of(new InspectorChanged.Absence(MAY, MAY.plusDays(9))),
            List.of(new InspectorChanged.Later(DECEMBER, "LEFT")),
            List.of("S2"));
    assertThat(inspectors(old, now))
        .isEqualTo(
            officerWith(
                List.of(new KnownRecusal("S1", "RELATIVE", MAY, DECEMBER, "checker")),
                List.of(new Duty.Absence(MAY, MAY.plusDays(9))),
                List.of(new Duty.Later(DECEMBER, "LEFT")),
                List.of("S2")));
  }

  @Test
  void a_recusal_that_is_told_no_more_holds_no_more() {
    assertThat(
            inspectors(
                officer(List.of(new InspectorChanged.Recusal("S1", "RELATIVE")), null, null, null),
                officer(List.of(), null, null, null)))
        .isEqualTo(officerWith(List.of(), null, null, null));
  }

  private static final ItemClaimed CLAIMED =
      new ItemClaimed("JT-01", "经营行为检查", "道路运输条例", "KEY", "道路运输", "实地检查", "大队", "三定规定", MAY, null);
  private static final ItemReleased RELEASED = new ItemReleased("JT-01", "大队", "职责划转");

  private static Map<String, KnownItem> items(IntegrationEvent... told) {
    return given(REPLICAS.items(), "item-JT-01", told).rows(KnownItem.class);
  }

  private static Map<String, KnownItem> item(boolean claimed) {
    return Map.of("JT-01", new KnownItem("JT-01", "经营行为检查", "道路运输", claimed, true, MAY));
  }

  @Test
  void an_item_given_back_keeps_its_name_and_may_be_claimed_again() {
    assertThat(items(CLAIMED)).isEqualTo(item(true));
    assertThat(items(CLAIMED, RELEASED)).isEqualTo(item(false));
    assertThat(items(CLAIMED, RELEASED, CLAIMED)).isEqualTo(item(true));
  }

  @Test
  void a_renamed_item_knows_what_it_was_called_and_until_when_however_often_it_is_told() {
    var renamed =
        new ItemClaimed(
            "JT-01", "经营行为与安全检查", "道路运输条例", "KEY", "道路运输", "实地检查", "大队", "三定规定", MAY, DECEMBER);
    var known =
        new KnownItem(
            "JT-01",
            "经营行为与安全检查",
            "道路运输",
            true,
            true,
            MAY,
            List.of(new FormerName("经营行为检查", DECEMBER)));
    assertThat(items(CLAIMED, renamed)).isEqualTo(Map.of("JT-01", known));
    assertThat(items(CLAIMED, renamed, renamed)).isEqualTo(Map.of("JT-01", known));
    assertThat(items(CLAIMED, renamed, RELEASED)).isEqualTo(Map.of("JT-01", known.released()));
  }

  @Test
  void the_release_of_an_item_nobody_told_of_makes_none() {
    assertThat(items(RELEASED)).isEmpty();
  }

  /** Of both the county's transport bureau and its market bureau. */
  @Test
  void the_same_firm_in_two_bureaus_is_two_rows_and_what_one_tells_changes_neither() {
    ReplicaSpecification told =
        given(REPLICAS.subjects(), "subject-S1", firm("ACTIVE", "B", null, null, null))
            .given(
                Integration.announcement(
                    KnownReplicas.SOURCE,
                    "subject~130534.scjg~S1",
                    firm("CANCELLED", "D", null, null, null)));
    assertThat(told.rows(KnownSubject.class).get("S1").status()).isEqualTo("ACTIVE");
    assertThat(told.rows(MARKET, KnownSubject.class).get("S1").status()).isEqualTo("CANCELLED");
  }
}
