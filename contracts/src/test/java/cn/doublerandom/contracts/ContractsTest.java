package cn.doublerandom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ContractsTest {
  /** As the services write: what is absent is left out. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static Stream<Class<?>> events() {
    return Stream.of(IntegrationEvent.class.getPermittedSubclasses());
  }

  private static String golden(Class<?> event) throws IOException {
    return Files.readString(Path.of("src/test/resources/golden", event.getSimpleName() + ".json"));
  }

  private static String schema(Class<?> event) throws IOException {
    try (var in = event.getResourceAsStream("/schemas/" + event.getSimpleName() + ".json")) {
      assertThat(in).as("schema of %s", event.getSimpleName()).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<?> violations(Class<?> event, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema(event), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_is_written_as_its_golden_file_says(Class<?> event) throws IOException {
    Object read = JSON.readValue(golden(event), event);

    assertThat(JSON.readTree(JSON.writeValueAsString(read)))
        .isEqualTo(JSON.readTree(golden(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_golden_file_satisfies_its_schema(Class<?> event) throws IOException {
    assertThat(violations(event, golden(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_without_any_one_member_is_refused_by_its_schema(Class<?> event) throws IOException {
    var whole = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(golden(event));
    for (var entry : whole.properties()) {
      String member = entry.getKey();
      var cut = whole.deepCopy();
      cut.remove(member);
      assertThat(violations(event, cut.toString())).as("without %s", member).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_async_api_document_offers_every_event(Class<?> event) throws IOException {
    Map<String, Object> document =
        new Yaml().load(Files.readString(Path.of("src/main/resources/asyncapi.yaml")));
    var messages = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("messages");

    assertThat(messages.containsKey(event.getSimpleName())).isTrue();
    assertThat(document.get("channels").toString()).contains(event.getSimpleName());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SubjectChanged.class,
        InspectorChanged.class,
        DeputyChanged.class,
        ResultNoticeChanged.class
      })
  void what_is_told_of_later_days_is_written_as_its_golden_file_says(Class<?> event)
      throws IOException {
    String later =
        Files.readString(
            Path.of("src/test/resources/golden/later", event.getSimpleName() + ".json"));
    Object read = JSON.readValue(later, event);
    assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(later));
    assertThat(violations(event, later)).isEmpty();
    assertThat(violations(event, later.replace("\"from\"", "\"since\""))).isNotEmpty();
  }

  @Test
  void of_experts_a_body_alone_is_told_by_its_name() throws IOException {
    String body =
        golden(ExpertChanged.class)
            .replace("PERSON", "BODY")
            .replaceFirst("\\{", "{\"name\":\"清河县示例检测有限公司\",\"withdrawnFrom\":\"2023-12-01\",");
    assertThat(violations(ExpertChanged.class, body)).isEmpty();
    assertThat(JSON.readValue(body, ExpertChanged.class).name()).isEqualTo("清河县示例检测有限公司");
    assertThat(JSON.readValue(golden(ExpertChanged.class), ExpertChanged.class).name()).isNull();
  }

  @Test
  void a_plan_tells_its_number_in_one_kind_of_brackets() throws IOException {
    String numbered =
        golden(PlanPublished.class).replaceFirst("\\{", "{\"documentNumber\":\"清交双随机办〔2023〕1号\",");
    assertThat(violations(PlanPublished.class, numbered)).isEmpty();
    assertThat(JSON.readValue(numbered, PlanPublished.class).documentNumber())
        .isEqualTo("清交双随机办〔2023〕1号");
    assertThat(violations(PlanPublished.class, numbered.replace("〔2023〕", "（2023）"))).isNotEmpty();
  }

  @Test
  void a_draw_is_told_in_english_beside_the_chinese_and_of_old_it_is_not() throws IOException {
    String told = golden(DrawCommitted.class);
    String more =
        told.replaceFirst(
            "\\{",
            "{\"terms\":[\"每层候补 3 个\"],\"termsInEnglish\":[\"3 stand by in each class\"],"
                + "\"chance\":\"靠的是至少一人诚实\",\"chanceInEnglish\":\"They rest on honesty.\",");
    assertThat(violations(DrawCommitted.class, more)).isEmpty();
    assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(more, DrawCommitted.class))))
        .isEqualTo(JSON.readTree(more));
    assertThat(violations(DrawCommitted.class, more.replace("\"3 stand by in each class\"", "")))
        .isNotEmpty();
    assertThat(JSON.readValue(told, DrawCommitted.class).termsInEnglish()).isNull();
    for (Class<?> event : List.of(DrawExecuted.class, DrawOpened.class)) {
      String made =
          golden(event).replaceFirst("\\{", "{\"chanceInEnglish\":\"They rest on honesty.\",");
      assertThat(violations(event, made)).isEmpty();
      assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(made, event))))
          .isEqualTo(JSON.readTree(made));
      assertThat(violations(event, made.replace("They rest on honesty.", ""))).isNotEmpty();
    }
  }

  @Test
  void what_a_newer_entry_says_more_satisfies_the_schemas_too() throws IOException {
    var subject =
        new SubjectChanged(
            "QH-GL-2023-01",
            "示例工程",
            "VEHICLE",
            List.of(),
            "NONE",
            "CANCELLED",
            "清河县交通运输局",
            LocalDate.of(2023, 1, 1),
            "QH-GL-2023-02",
            "130534",
            "5431",
            "危险货物",
            LocalDate.of(2023, 6, 1),
            List.of(
                new SubjectChanged.Later(
                    LocalDate.of(2023, 12, 1), "SUSPENDED", "B", List.of("道路运输"))),
            List.of(
                new SubjectChanged.State(LocalDate.of(2023, 1, 1), "ACTIVE"),
                new SubjectChanged.State(LocalDate.of(2023, 12, 1), "SUSPENDED")),
            LocalDate.of(2023, 12, 1),
            "清河县示例路1号");
    var inspector =
        new InspectorChanged(
            "JT001",
            "大队",
            List.of(),
            LocalDate.of(2025, 12, 31),
            "ACTIVE",
            List.of(
                new InspectorChanged.Recusal(
                    "A",
                    "RELATIVE",
                    LocalDate.of(2023, 1, 1),
                    LocalDate.of(2024, 1, 1),
                    "approver")),
            List.of(
                new InspectorChanged.Absence(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 7))),
            List.of(new InspectorChanged.Later(LocalDate.of(2023, 12, 1), "LEFT")),
            List.of("B"));
    assertThat(violations(SubjectChanged.class, JSON.writeValueAsString(subject))).isEmpty();
    assertThat(violations(InspectorChanged.class, JSON.writeValueAsString(inspector))).isEmpty();
  }
}
