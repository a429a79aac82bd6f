package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of the ledgers everybody may have: of each fact of the contract it is said. */
class PublicFactsTest {
  private static final Set<String> NOT_PUBLIC =
      Stream.of(
              "InspectorChanged",
              "ExpertChanged",
              "ExpertErased",
              "DeputyChanged",
              "SubjectReplacementUndone",
              "TeamChangeRefused",
              "TeamChangeTaken",
              "MemberRecused",
              "ResultRecorded",
              "DeadlineApproaching",
              "DeadlineBreached",
              "VisitRescheduled",
              "HandoverAsked",
              "HandoverTakenBack",
              "HandoverRefused",
              "VisitNotHeld",
              "VisitSettled",
              "FollowUpOpened",
              "FollowUpClosed",
              "CaseTransferred",
              "TransferAcknowledged",
              "ReceiptGiven",
              "DisciplineAnswered",
              "CheckpointAnchored",
              "SignInTold")
          .map(name -> "cn.doublerandom." + name + ".v1")
          .collect(Collectors.toSet());

  private static Announcement said(String topic, String name) {
    return new Announcement(topic, "k", "cn.doublerandom." + name + ".v1", "{}");
  }

  @Test
  void of_each_fact_of_the_contract_it_is_said_whether_it_is_public() {
    Set<String> all =
        IntegrationEvent.types().stream()
            .map(type -> IntegrationEvent.typeOf(type))
            .collect(Collectors.toSet());

    assertThat(PublicFacts.TYPES).doesNotContainAnyElementsOf(NOT_PUBLIC);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(PublicFacts.TYPES.stream(), NOT_PUBLIC.stream()).toList());
  }

  @Test
  void an_objection_is_disclosed_with_the_state_of_its_result() {
    for (String name : List.of("ObjectionRaised", "ObjectionDecided")) {
      assertThat(
              PublicFacts.are(
                  List.of(
                      said("publication.events.v1", name),
                      said("publication.results.v1", "ResultNoticeChanged"))))
          .as(name)
          .isTrue();
    }
  }
}
