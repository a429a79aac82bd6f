package cn.doublerandom.servicekit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page sends is what a program would have sent. */
class FormsTest {
  /** What a program sends. */
  record Body(
      String name,
      @Nullable LocalDate day,
      int count,
      boolean agreed,
      List<String> labels,
      @Nullable Inner inner) {}

  /** A member of it. */
  record Inner(String code) {}

  private static Map<String, List<String>> fields(String body) {
    return Fields.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fields_are_read_as_browsers_write_them() {
    assertThat(fields("name=%E6%B8%85%E6%B2%B3+A%26B&label=a&label=b&empty=&reason=1%0D%0A2"))
        .isEqualTo(
            Map.of(
                "name", List.of("清河 A&B"),
                "label", List.of("a", "b"),
                "empty", List.of(""),
                "reason", List.of("1\n2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=%E6%B8", "name=%zz", "name=%4", "%ff=1"})
  void what_is_no_text_is_no_form(String body) {
    assertThatThrownBy(() -> fields(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.rejection()).isEqualTo(EdgeRejection.MALFORMED_REQUEST));
  }

  @Test
  void a_form_without_end_is_refused() {
    assertThatThrownBy(() -> fields("a=1&".repeat(Fields.MOST + 1)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_form_becomes_the_body_of_a_program() {
    assertThat(
            FormBody.of(
                    Body.class,
                    fields(
                        "name=x&day=2023-03-15&count=12&agreed=on&labels=a&labels=&labels=b&inner.code=c"))
                .toString())
        .isEqualTo(
            "{\"name\":\"x\",\"day\":\"2023-03-15\",\"count\":12,\"agreed\":true,"
                + "\"labels\":[\"a\",\"b\"],\"inner\":{\"code\":\"c\"}}");
  }

  @Test
  void what_is_not_filled_in_is_no_member_and_what_is_no_number_stays_a_text() {
    assertThat(FormBody.of(Body.class, fields("name=+&count=many")).toString())
        .isEqualTo("{\"count\":\"many\",\"agreed\":false,\"labels\":[]}");
  }

  @Test
  void faults_are_told_in_the_order_of_the_form() {
    assertThat(
            FormBody.inOrder(
                    Body.class,
                    Stream.of("inner.code", "unheard", "labels", "name", "day")
                        .map(field -> new Problem.FieldError(field, null, "invalid", "x"))
                        .toList())
                .stream()
                .map(Problem.FieldError::field))
        .containsExactly("name", "day", "labels", "inner.code", "unheard");
  }

  @Test
  void a_form_with_a_file_has_its_fields_and_the_file() throws IOException {
    String body =
        """
        --x
        Content-Disposition: form-data; name="_key"

        k1
        --x
        Content-Disposition: form-data; name="file"; filename="folder/a.csv"
        Content-Type: text/csv

        名称
        --x--
        """
            .replace("\n", "\r\n");

    Parts parts =
        Parts.read(
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            "multipart/form-data; boundary=x");

    assertThat(parts.fields()).isEqualTo(Map.of("_key", List.of("k1")));
    assertThat(parts.fileName()).isEqualTo("a.csv");
    assertThat(Files.readString(parts.file().orElseThrow())).isEqualTo("名称");
    Files.delete(parts.file().orElseThrow());
  }

  @Test
  void a_file_that_was_cut_off_on_its_way_is_told_from_one_nobody_chose() throws IOException {
    String typed =
        """
        --x
        Content-Disposition: form-data; name="codeReason"

        旧编码
        """;
    String file =
        """
        --x
        Content-Disposition: form-data; name="file"; filename="a.csv"
        Content-Type: text/csv

        编码,名称
        """;

    Form cut = new Form(new Forms(null, null, null, null), parts(typed + file));
    Form none = new Form(new Forms(null, null, null, null), parts(typed + "--x--\n"));

    assertThat(cut.value("codeReason")).isEqualTo("旧编码");
    assertThatThrownBy(cut::file)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.errors()).extracting(e -> e.field()).containsExactly("file");
              assertThat(refused.errors().getFirst().text()).contains("没有传完");
            });
    assertThat(none.file()).isEmpty();
  }

  @Test
  void a_file_without_a_byte_is_told_from_one_nobody_chose() throws IOException {
    String part =
        """
        --x
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: text/csv


        --x--
        """;

    Form empty = new Form(new Forms(null, null, null, null), parts(part.formatted("a.csv")));
    Form none = new Form(new Forms(null, null, null, null), parts(part.formatted("")));

    assertThatThrownBy(empty::file)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.errors()).extracting(e -> e.field()).containsExactly("file");
              assertThat(refused.errors().getFirst().text()).contains("文件是空的");
            });
    assertThat(none.file()).isEmpty();
  }

  private static Parts parts(String body) throws IOException {
    return Parts.read(
        new ByteArrayInputStream(body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
        "multipart/form-data; boundary=\"x\"");
  }

  @Test
  void where_two_changed_one_thing_each_field_is_the_one_that_was_chosen() {
    var form =
        new Form(
            new Forms(null, null, null, null),
            fields(
                "name=mine&_take.name=theirs&_theirs.name=theirs&code=m&_take.code=mine&_theirs.code=t"));

    assertThat(form.value("name")).isEqualTo("theirs");
    assertThat(form.value("code")).isEqualTo("m");
    assertThat(form.filled().values()).containsOnlyKeys("name", "code");
  }
}
