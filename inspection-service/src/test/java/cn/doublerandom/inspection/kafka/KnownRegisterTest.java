package cn.doublerandom.inspection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.ChecklistChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.inspection.register.KnownItem;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a visit goes to and what is asked there is what the registry told last. */
class KnownRegisterTest {
  private static final KnownRegister REGISTER = new KnownRegister();
  private static final LocalDate FEBRUARY = LocalDate.of(2023, 2, 10);

  private static SubjectChanged subject(@Nullable String address) {
    return new SubjectChanged(
        "S1",
        "甲公司",
        "ENTERPRISE",
        List.of("道路运输"),
        "B",
        "ACTIVE",
        "行政审批局",
        LocalDate.of(2018, 5, 2),
        null,
        null,
        "5431",
        null,
        null,
        null,
        null,
        null,
        address);
  }

  private static ItemClaimed claim(String name) {
    return new ItemClaimed(
        "I-1", name, "《道路运输条例》第五十八条", "GENERAL", "道路运输", "实地检查", "大队", "第三条", FEBRUARY, null);
  }

  private static ChecklistChanged checklist(String text) {
    return new ChecklistChanged(
        "I-1",
        List.of(
            new ChecklistChanged.Question(
                "q1", text, "YES_NO", "查验许可证", "第八条", null, null, null, null)));
  }

  private static ReplicaSpecification given(
      Replica replica, String stream, IntegrationEvent... told) {
    ReplicaSpecification given = ReplicaSpecification.of(replica);
    for (IntegrationEvent one : told) {
      given.given(Integration.announcement(Topic.REGISTRY_EVENTS.address(), stream, one));
    }
    return given;
  }

  private static Map<String, KnownItem> items(IntegrationEvent... told) {
    return given(REGISTER.items(), "item-I-1", told).rows(KnownItem.class);
  }

  @Test
  void a_subject_is_kept_with_its_address_as_it_was_told_last() {
    assertThat(
            given(REGISTER.subjects(), "subject-S1", subject(null), subject("示例路1号"))
                .rows(KnownSubject.class))
        .isEqualTo(
            Map.of(
                "S1",
                new KnownSubject(
                    "S1",
                    "甲公司",
                    "ENTERPRISE",
                    List.of("道路运输"),
                    "B",
                    "ACTIVE",
                    "示例路1号",
                    "5431",
                    null)));
  }

  @Test
  void a_claim_and_a_checklist_make_one_item_in_whichever_order_they_are_told() {
    KnownItem whole =
        new KnownItem(
            "I-1",
            "经营行为",
            "《道路运输条例》第五十八条",
            "实地检查",
            List.of(new Question("q1", "是否超越许可？", Question.Kind.YES_NO, "查验许可证", "第八条")));

    assertThat(items(claim("经营行为"), checklist("是否超越许可？")))
        .isEqualTo(Map.of("I-1", whole))
        .isEqualTo(items(checklist("是否超越许可？"), claim("经营行为")));
  }

  @Test
  void a_choice_keeps_its_options_a_number_its_limits_and_a_kind_from_later_is_answered_in_words() {
    var told =
        new ChecklistChanged(
            "I-1",
            List.of(
                new ChecklistChanged.Question(
                    "q1", "标志", "CHOICE", null, null, List.of("合格", "不合格"), null, null, null),
                new ChecklistChanged.Question(
                    "q2", "噪声", "NUMBER", null, null, null, "分贝", null, "85"),
                new ChecklistChanged.Question(
                    "q3", "轨迹", "TRACK", null, null, null, null, null, null)));

    assertThat(items(told).get("I-1").questions())
        .containsExactly(
            new Question(
                "q1",
                "标志",
                Question.Kind.CHOICE,
                null,
                null,
                List.of("合格", "不合格"),
                null,
                null,
                null),
            new Question("q2", "噪声", Question.Kind.NUMBER, null, null, null, "分贝", null, "85"),
            new Question("q3", "轨迹", Question.Kind.TEXT, null, null));
  }

  @Test
  void a_later_checklist_takes_the_place_of_the_first_and_a_new_name_leaves_it() {
    KnownItem item =
        items(claim("经营行为"), checklist("一"), checklist("二"), claim("经营行为检查")).get("I-1");

    assertThat(item.name()).isEqualTo("经营行为检查");
    assertThat(item.questions()).extracting(Question::text).containsExactly("二");
  }
}
