package cn.doublerandom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
  private static final Instant NINE = Instant.parse("2023-03-15T01:00:00Z");

  @TempDir Path directory;

  static Entry entry(String account) {
    return new Entry(Entry.What.SIGNED_IN, account, "", "130534", "", "192.168.1.0/24", 1, NINE);
  }

  private Path file() {
    return directory.resolve("sign-ins.ndjson");
  }

  @Test
  void each_line_names_the_one_before_and_the_book_goes_on_where_it_ended() throws Exception {
    try (Book book = Book.in(directory, 1)) {
      book.write(List.of(entry("a"), entry("b")));
    }
    try (Book again = Book.in(directory, 1)) {
      again.write(List.of(entry("c")));

      List<Line> lines = again.from(0, 10);
      assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
      assertThat(lines.get(0).previous()).isEqualTo(Line.NOTHING);
      assertThat(lines.get(2).previous()).isEqualTo(lines.get(1).hash());
      assertThat(lines.get(2).book()).isEqualTo(lines.get(0).book());
    }
  }

  @Test
  void nobody_but_its_owner_reads_it() throws Exception {
    Book.in(directory.resolve("deep/down"), 1).close();

    Path made = directory.resolve("deep/down/sign-ins.ndjson");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Book.in(directory.resolve("deep/down"), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void a_line_that_was_cut_off_was_promised_to_nobody() throws Exception {
    try (Book book = Book.in(directory, 1)) {
      book.write(List.of(entry("a")));
    }
    String whole = Files.readString(file());
    Files.writeString(file(), whole.substring(0, 40), StandardOpenOption.APPEND);

    try (Book book = Book.in(directory, 1)) {
      assertThat(book.number()).isEqualTo(1);
      assertThat(Files.readString(file())).isEqualTo(whole);
    }
  }

  @Test
  void a_line_that_was_changed_or_taken_out_keeps_the_gateway_from_starting() throws Exception {
    try (Book book = Book.in(directory, 1)) {
      book.write(List.of(entry("a"), entry("b"), entry("c")));
    }
    List<String> lines = Files.readAllLines(file());

    Files.write(file(), List.of(lines.get(0).replace("\"a\"", "\"z\""), lines.get(1)));
    assertThatThrownBy(() -> Book.in(directory, 1)).hasMessageContaining("line 2");
    Files.write(file(), List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(() -> Book.in(directory, 1)).hasMessageContaining("line 2");
    Files.write(file(), List.of("no line"));
    assertThatThrownBy(() -> Book.in(directory, 1)).hasMessageContaining("line 1");
  }

  @Test
  void two_gateways_never_write_on_one_book() throws Exception {
    try (Book book = Book.in(directory, 1)) {
      assertThatThrownBy(() -> Book.in(directory, 1)).hasMessageContaining("another gateway");
      assertThat(book.number()).isZero();
    }
  }

  @Test
  void a_line_is_told_as_a_stream_of_its_bureau() throws Exception {
    try (Book book = Book.in(directory, 2)) {
      book.write(
          List.of(
              entry("a"),
              new Entry(Entry.What.REFUSED, "", "", "", "cross-site", "", 7, NINE),
              new Entry(Entry.What.SIGNED_OUT, "b", "", "130535", "", "", 1, NINE)));

      List<Line> lines = book.from(0, 10);
      String id = lines.get(0).book();
      assertThat(lines)
          .extracting(Line::key)
          .containsExactly(
              "sign-in-" + id + "-000000001",
              "sign-in-" + id + "-000000002",
              "sign-in~130535~" + id + "-000000003");
      assertThat(lines.get(0).text())
          .isEqualTo(
              "{\"account\":\"a\",\"at\":\"2023-03-15T01:00:00Z\",\"book\":\"%s\",\"bureau\":\"130534\",\"code\":\"\",\"gateway\":2,\"number\":1,\"previous\":\"%s\",\"role\":\"\",\"source\":\"192.168.1.0/24\",\"times\":1,\"what\":\"SIGNED_IN\"}"
                  .formatted(id, Line.NOTHING));
    }
  }

  @Test
  void a_line_says_what_the_contract_promises() throws Exception {
    var schema =
        new JsonObject(
            Files.readString(Path.of("../contracts/src/main/resources/schemas/SignInTold.json")));
    JsonObject properties = schema.getJsonObject("properties");
    try (Book book = Book.in(directory, 1)) {
      book.write(List.of(entry("a"), Entry.refused("cross-site", "", "", 7, NINE)));
      for (Line line : book.from(0, 10)) {
        var said = new JsonObject(line.text());
        assertThat(said.fieldNames())
            .containsExactlyElementsOf(
                schema.getJsonArray("required").stream().map(String::valueOf).toList());
        for (String name : said.fieldNames()) {
          JsonObject rule = properties.getJsonObject(name);
          if (rule.containsKey("pattern")) {
            assertThat(said.getString(name)).matches(rule.getString("pattern"));
          } else if (rule.containsKey("enum")) {
            assertThat(rule.getJsonArray("enum")).contains(said.getString(name));
          } else {
            assertThat(said.getValue(name) instanceof Number)
                .isEqualTo(rule.getString("type").equals("integer"));
          }
        }
      }
    }
  }
}
