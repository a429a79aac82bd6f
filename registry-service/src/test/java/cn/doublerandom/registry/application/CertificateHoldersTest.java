package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose certificates are given back, and whose are another's by then (ADR 63). */
class CertificateHoldersTest {
  private static InspectorDetails holds(String id, String certificate) {
    return new InspectorDetails(
        id,
        "",
        "大队",
        certificate,
        LocalDate.of(2099, 12, 31),
        List.of(),
        InspectorStatus.ACTIVE,
        null);
  }

  private static Map<String, InspectorDetails> before(InspectorDetails... all) {
    return Stream.of(all).collect(Collectors.toMap(InspectorDetails::id, one -> one));
  }

  @Test
  void two_who_changed_places_in_a_table_change_back() {
    assertThat(
            CertificateHolders.taken(
                before(holds("A", "1"), holds("B", "2")),
                List.of(holds("A", "2"), holds("B", "1"))))
        .isEmpty();
  }

  @Test
  void a_certificate_somebody_was_given_since_stays_his() {
    assertThat(
            CertificateHolders.taken(
                before(holds("A", "1")), List.of(holds("A", "2"), holds("C", "1"))))
        .containsExactly("A");
  }

  @Test
  void who_keeps_his_own_keeps_another_from_having_it_back() {
    assertThat(
            CertificateHolders.taken(
                before(holds("A", "1"), holds("B", "2"), holds("D", "4")),
                List.of(holds("A", "2"), holds("B", "3"), holds("C", "1"), holds("D", "5"))))
        .containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void who_had_no_certificate_takes_none_from_anybody() {
    assertThat(
            CertificateHolders.taken(
                before(holds("A", "")), List.of(holds("A", "2"), holds("C", ""))))
        .isEmpty();
  }
}
