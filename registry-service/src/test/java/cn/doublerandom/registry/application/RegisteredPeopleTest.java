package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.person.PersonalFields;
import cn.doublerandom.eventstore.person.PersonalFields.Carried;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisteredPeopleTest {
  private static final String DRIVER =
      """
      {"details":{"address":"种树胡同1号","creditRiskClass":"NONE","id":"CY-1","kind":"PERSON","labels":[],\
      "name":"CY-1","particulars":{"category":"驾驶员","contractor":"","industry":"","keyField":"",\
      "licences":[{"name":"从业资格证","number":"L-77","validUntil":"2099-01-01"}],"owner":"","region":"",\
      "responsibleUnit":"运输公司","sealedName":"OLD"},"registrar":"县局","since":"2020-01-01","status":"ACTIVE"}}\
      """;
  private static final String LORRY =
      """
      {"details":{"address":"清河县","creditRiskClass":"NONE","id":"V-1","kind":"VEHICLE","labels":[],\
      "name":"冀E001","particulars":{"category":"货车","contractor":"","industry":"","keyField":"",\
      "licences":[],"owner":"%s","region":"","responsibleUnit":"","sealedName":""},\
      "registrar":"县局","since":"2020-01-01","status":"ACTIVE"}}\
      """;
  private static final String OFFICER =
      """
      {"details":{"certificate":"13050001","certificateValidUntil":"2025-12-31","id":"JC1",\
      "sealedName":"OLD","skills":[],"status":"ACTIVE","unit":"大队"}}\
      """;

  private final PersonalFields people =
      ServiceLoader.load(PersonalFields.class).findFirst().orElseThrow();

  private Optional<Carried> in(String stream, String type, String payload) {
    return people.in(new StoredEvent(stream, 1, new UUID(0, 1), type, payload, "{}", ""));
  }

  @Test
  void all_of_a_person_is_sealed_and_nothing_of_it_stays_in_the_event() {
    Carried driver = in("subject-CY-1", "SubjectRegistered", DRIVER).orElseThrow();

    assertThat(driver.person().name()).isEqualTo("subject/CY-1");
    assertThat(driver.sealed()).isEqualTo("OLD");
    assertThat(driver.text("欧阳某"))
        .isEqualTo("欧阳某\n{\"address\":\"种树胡同1号\",\"licences\":[\"L-77\"]}");
    assertThat(driver.payload("NEW"))
        .doesNotContain("种树", "L-77", "OLD")
        .contains("从业资格证", "\"sealedName\":\"NEW\"");
  }

  @Test
  void what_is_sealed_whole_already_is_sealed_to_the_same_text_again() {
    Carried driver = in("subject-CY-1", "SubjectRegistered", DRIVER).orElseThrow();
    String text = driver.text("欧阳某");
    Carried again = in("subject-CY-1", "SubjectRevised", driver.payload("NEW")).orElseThrow();

    assertThat(again.text(text)).isEqualTo(text);
    assertThat(again.payload("NEW")).isEqualTo(driver.payload("NEW"));
  }

  @Test
  void an_owner_is_sealed_where_a_person_owns_and_a_firm_stays_as_it_is() {
    Carried lorry = in("subject-V-1", "SubjectRegistered", LORRY.formatted("闻人某")).orElseThrow();

    assertThat(lorry.text("")).isEqualTo("\n{\"owner\":\"闻人某\"}");
    assertThat(lorry.payload("NEW")).doesNotContain("闻人某").contains("冀E001", "清河县");
    assertThat(in("subject-V-1", "SubjectRegistered", LORRY.formatted("清河县示例运输有限公司"))).isEmpty();
  }

  @Test
  void numbers_of_an_officers_certificates_are_sealed_with_his_name() {
    Carried officer = in("inspector-JC1", "InspectorRegistered", OFFICER).orElseThrow();

    assertThat(officer.text("诸葛某")).startsWith("诸葛某\n").contains("13050001");
    assertThat(officer.payload("NEW")).doesNotContain("13050001").contains("大队");
    assertThat(officer.residentNumber()).isEmpty();
  }

  @Test
  void an_officer_whose_name_waits_for_another_person_is_sealed_anew_too() {
    String asked =
        """
        {"batch":"B1","by":"registrar","revision":{"gained":[],"parts":["IDENTITY"],"told":%s}}\
        """
            .formatted(OFFICER.strip().replaceFirst("^\\{\"details\":", "").replaceFirst("}$", ""));
    Carried officer = in("inspector-JC1", "AbsenceRequested", asked).orElseThrow();

    assertThat(officer.person().name()).isEqualTo("inspector/JC1");
    assertThat(officer.sealed()).isEqualTo("OLD");
    assertThat(officer.text("诸葛某")).startsWith("诸葛某\n").contains("13050001");
    assertThat(officer.payload("NEW"))
        .doesNotContain("13050001", "OLD")
        .contains("\"sealedName\":\"NEW\"", "IDENTITY", "\"by\":\"registrar\"");
    assertThat(in("inspector-JC1", "AbsenceRequested", "{\"by\":\"registrar\"}")).isEmpty();
  }

  @Test
  void a_residents_number_is_told_where_it_is_a_persons_code() {
    assertThat(
            in(
                    "subject-110101190001010014",
                    "SubjectRegistered",
                    DRIVER.replace("CY-1", "110101190001010014"))
                .orElseThrow()
                .residentNumber())
        .contains("110101190001010014");
    assertThat(in("subject-CY-1", "SubjectRegistered", DRIVER).orElseThrow().residentNumber())
        .isEmpty();
  }

  @Test
  void an_event_that_tells_of_nobody_carries_nobody() {
    assertThat(
            in(
                "subject-CY-1",
                "SubjectStatusChanged",
                "{\"effective\":\"2023-05-04\",\"reason\":\"注销登记\",\"status\":\"CANCELLED\"}"))
        .isEmpty();
    assertThat(in("item-JT-1", "ItemClaimed", "{}")).isEmpty();
  }
}
