package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code explain} speaks in sentences. */
class StoryWordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String told(String type, String payload) throws IOException {
    return StoryWords.of(type, JSON.readTree(payload), "S");
  }

  @Test
  void what_a_record_lacks_and_who_says_so_is_told_in_chinese() throws IOException {
    assertThat(
            told(
                "GapsAsked",
                "{\"gaps\":[{\"of\":\"SUBJECT\",\"reason\":\"联系不上\"},{\"of\":\"JC004\",\"reason\":\"住院\"}]}"))
        .isEqualTo("申请不补签录入：检查对象（联系不上）、JC004（住院）");
    assertThat(told("GapsAgreed", "{\"by\":\"lead\"}")).isEqualTo("另一人同意不补签录入");
    assertThat(told("EndAsked", "{\"by\":\"JC008\"}")).isEqualTo("JC008 结束检查，等待本组另一人同意");
    assertThat(told("EndAgreed", "{\"by\":\"JC004\"}")).isEqualTo("JC004 同意结束检查");
    assertThat(told("EndAgreed", "{\"by\":\"lead\",\"reason\":\"住院\"}"))
        .isEqualTo("代替本组人员同意结束检查，原因：住院");
    assertThat(told("GapsDeclined", "{\"reason\":\"请他补签\"}")).isEqualTo("没有同意不补签录入，原因：请他补签");
    assertThat(
            told("ConclusionsDisputed", "{\"dissent\":{\"by\":\"JC004\",\"reason\":\"没有拒绝检查\"}}"))
        .isEqualTo("JC004 不同意检查结论：没有拒绝检查");
  }

  @Test
  void a_changed_team_an_answer_and_a_missed_day_are_told_in_chinese() throws IOException {
    assertThat(told("TeamReassigned", "{\"inspectors\":[\"JC001\",\"JC003\"]}"))
        .isEqualTo("检查组更换为 JC001、JC003");
    assertThat(told("ItemChecked", "{\"answer\":{\"itemCode\":\"I-1\",\"codes\":[\"A\",\"D\"]}}"))
        .isEqualTo("事项 I-1 的结果：发现问题待后续处理；违反本领域规定");
    assertThat(told("DeadlineApproached", "{\"dueOn\":\"2023-04-14\",\"workingDays\":5}"))
        .isEqualTo("提醒：结果应于 2023-04-14 前录入并公示");
    assertThat(told("DeadlineBreached", "{\"dueOn\":\"2023-04-14\"}"))
        .isEqualTo("期限 2023-04-14 已过，结果没有录入");
    assertThat(told("VisitNotHeld", "{\"begun\":false,\"windowTo\":\"2023-11-30\"}"))
        .isEqualTo("检查期间 2023-11-30 已过，没有检查");
    assertThat(told("VisitNotHeld", "{\"begun\":true,\"windowTo\":\"2023-11-30\"}"))
        .isEqualTo("检查期间 2023-11-30 已过，检查没有结束");
    assertThat(told("ResultCorrected", "{\"codes\":[\"1\"],\"reason\":\"录入有误\"}"))
        .isEqualTo("公示的结果更正为：未发现问题，原因：录入有误");
    assertThat(told("PublicationWithdrawn", "{\"on\":\"2023-05-05\",\"reason\":\"对象有误\"}"))
        .isEqualTo("公示于 2023-05-05 撤销，原因：对象有误");
    assertThat(told("RepairAsked", "{\"number\":1,\"statement\":\"已更换\"}"))
        .isEqualTo("检查对象第 1 次申请信用修复");
    assertThat(told("RepairProposed", "{\"reason\":\"复查合格\"}")).isEqualTo("拟同意信用修复，原因：复查合格");
    assertThat(told("RepairRefused", "{\"reason\":\"尚未改正\"}")).isEqualTo("不予信用修复，原因：尚未改正");
    assertThat(
            told(
                "PublicationEnded",
                "{\"cause\":\"PERIOD_OVER\",\"contentHash\":\"5fec\",\"on\":\"2026-06-02\"}"))
        .isEqualTo("公示期满，公示于 2026-06-02 结束，原来内容的哈希 5fec");
    assertThat(told("DrawVoided", "{\"reason\":\"名单泄露\"}")).isEqualTo("抽取作废，原因：名单泄露");
    assertThat(
            told(
                "FrameFrozen",
                "{\"frame\":{\"lists\":{\"frame\":[{\"id\":\"S\",\"excluded\":\"SUSPENDED\"}]}}}"))
        .isEqualTo("锁定名单：在名单内，不参加抽取（停业）");
  }

  @Test
  void a_replacement_says_what_the_register_said_and_who_was_passed_over() throws IOException {
    assertThat(
            told(
                "SubjectReplaced",
                """
                {"subject":"S","alternate":"B","inspectors":["JC001"],"reason":"企业已注销",
                 "registered":"ACTIVE","passed":[{"id":"A","reason":"SUSPENDED"}]}\
                """))
        .isEqualTo("候补 B 接替 S（名录库登记：存续），跳过 A（停业），检查组 JC001，原因：企业已注销");
    assertThat(
            told(
                "InspectorReplaced",
                """
                {"subject":"S","inspectors":["JC003"],"reason":"住院治疗",
                 "registered":"ON_LEAVE","passed":[{"id":"JC002","reason":"ON_LEAVE"}]}\
                """))
        .as("who else is on leave is nobody's business")
        .isEqualTo("检查 S 的执法人员更换（名录库登记：休假），跳过 1 人，检查组为 JC003，原因：住院治疗");
    assertThat(told("SubjectReplaced", "{\"subject\":\"S\",\"alternate\":\"B\",\"reason\":\"搬迁\"}"))
        .as("of old")
        .startsWith("候补 B 接替 S，检查组 ");
  }

  @Test
  void a_revisit_is_told_from_the_frozen_list_to_the_other_ones_word() throws IOException {
    assertThat(told("SampleFrozen", "{\"sample\":{\"visits\":[{},{},{}],\"size\":2}}"))
        .isEqualTo("回头看：锁定已结束的检查 3 户，抽取 2 户");
    assertThat(told("SampleDrawn", "{\"result\":{\"selected\":[\"a\",\"b\"]}}"))
        .isEqualTo("回头看：抽取完成，2 户");
    assertThat(told("SampleVoided", "{\"reason\":\"秘密遗失\"}")).isEqualTo("回头看：抽取作废，原因：秘密遗失");
    assertThat(told("RevisitFound", "{\"finding\":{\"item\":\"I-1\",\"codes\":[\"1\"]}}"))
        .isEqualTo("回头看：事项 I-1 的结果：未发现问题");
  }

  @Test
  void what_waits_of_an_inspector_is_told_by_what_it_is() throws IOException {
    assertThat(told("AbsenceRequested", "{\"leave\":{\"from\":\"2023-12-25\"}}")).isEqualTo("申请休假");
    assertThat(told("AbsenceRequested", "{\"activeFrom\":\"2023-05-10\"}"))
        .isEqualTo("申请在岗，自 2023-05-10 起");
    assertThat(told("AbsenceRequested", "{\"validity\":{\"certificate\":\"2023-05-10\"}}"))
        .isEqualTo("申请提前执法证有效期");
    assertThat(
            told("AbsenceRequested", "{\"validity\":{},\"revision\":{\"parts\":[\"IDENTITY\"]}}"))
        .isEqualTo("申请变更人员登记内容");
  }

  @Test
  void every_kind_of_event_that_was_ever_sampled_has_a_sentence() throws IOException {
    List<Path> samples =
        SourceTree.files(Path.of("../..")).stream()
            .filter(f -> f.toString().contains("-service/src/test/resources/events/"))
            .filter(f -> f.toString().endsWith(".ndjson"))
            .toList();
    assertThat(samples).hasSizeGreaterThan(20);
    for (Path file : samples) {
      for (String line : Files.readAllLines(file)) {
        JsonNode sample = JSON.readTree(line);
        String type = sample.path("type").asText();
        assertThat(StoryWords.of(type, sample.path("payload"), "S"))
            .as("%s of %s", type, file)
            .doesNotContain(type)
            .doesNotContain("null");
      }
    }
  }
}
