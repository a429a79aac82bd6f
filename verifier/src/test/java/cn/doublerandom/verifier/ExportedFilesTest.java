package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of an export is changed, and no file of it taken away or added, without being named. */
class ExportedFilesTest {
  private static final int ENTRIES = 258;

  @TempDir Path directory;

  private ExportedLedger export;

  @BeforeEach
  void export() throws Exception {
    export = new ExportedLedger(directory, "tiers-lottery.json");
    var lottery = (Entropy.Committed.Lottery) export.bundle.commit().entropy();
    long drawnAt = Instant.parse(lottery.drawnAt()).getEpochSecond();
    export.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    export.checkpoint(drawnAt - 60);
    export.entry("DrawExecuted", Map.of("resultHash", export.bundle.resultHash()));
    for (int i = 3; i <= ENTRIES; i++) {
      export.state("130534" + (i % 2 == 0 ? "" : ".practice") + "/" + i, "{}");
    }
    export.checked(drawnAt + 86_400);
    export.tiles();
    export.sums();
  }

  private interface Checking {
    Object run() throws Exception;
  }

  private static void assertRefused(Checking checking, Code code, String why) {
    assertThatThrownBy(checking::run)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(code))
        .hasMessageContaining(why);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("SHA256SUMS"))
          .sorted()
          .toList();
    }
  }

  @Test
  void an_export_as_it_was_written_says_the_hash_of_its_list() throws Exception {
    String list = Hash.hex(Hash.sha256(Files.readAllBytes(directory.resolve("SHA256SUMS"))));

    assertThat(export.check())
        .contains("OK draw: 5 tiles as its entries say")
        .contains("OK files: the list is signed by county.example/draw")
        .anyMatch(line -> line.startsWith("OK files: ") && line.endsWith(" SHA256SUMS " + list));
  }

  @Test
  void a_list_that_was_written_anew_is_not_the_one_the_house_signed() throws Exception {
    Files.writeString(directory.resolve("draw/more"), "x");
    byte[] note = Files.readAllBytes(directory.resolve("SHA256SUMS.note"));
    export.sums();
    assertThat(export.check()).isNotEmpty();
    Files.write(directory.resolve("SHA256SUMS.note"), note);
    assertRefused(export::check, Code.EXPORT_LIST, "not the one a known ledger signed");
    Files.writeString(
        directory.resolve("SHA256SUMS.note"),
        new String(note, UTF_8).replaceAll("\\S+\\n$", "AAAAAAAA\n"));
    assertRefused(export::check, Code.EXPORT_LIST, "not the one a known ledger signed");
    Files.delete(directory.resolve("SHA256SUMS.note"));
    assertRefused(export::check, Code.EXPORT_LIST, "--unlisted");
    assertThat(export.checkUnlisted()).contains("-- files: not asked who signed the list");
    Files.delete(directory.resolve("SHA256SUMS"));
    export.sums();
    Files.delete(directory.resolve("SHA256SUMS"));
    assertRefused(export::check, Code.EXPORT_LIST, "--unlisted");
  }

  @Test
  void a_byte_changed_in_any_file_is_named() throws Exception {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        byte[] forged = bytes.clone();
        forged[at] ^= 1;
        Files.write(file, forged);
        assertThatThrownBy(export::check)
            .as("%s at %d", directory.relativize(file), at)
            .isInstanceOfAny(Refused.class, java.io.IOException.class);
      }
      Files.write(file, bytes);
    }
    assertThat(export.check()).isNotEmpty();
  }

  @Test
  void a_file_taken_away_is_named() throws Exception {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      assertThatThrownBy(export::check)
          .as(directory.relativize(file).toString())
          .isInstanceOfAny(Refused.class, java.io.IOException.class);
      Files.write(file, bytes);
    }
  }

  @Test
  void a_file_put_beside_them_is_named() throws Exception {
    Files.writeString(directory.resolve("draw/more"), "x");
    assertRefused(export::check, Code.EXPORT_FILE, "draw/more was not exported");
  }

  @Test
  void tiles_are_held_by_the_entries_whatever_the_list_says() throws Exception {
    Path tile = directory.resolve("draw/tile/0/001.p/2");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[33] ^= 1;
    Files.write(tile, bytes);
    Files.delete(directory.resolve("SHA256SUMS"));
    assertRefused(
        export::checkUnlisted,
        Code.LEDGER,
        "draw: tile/0/001.p/2 is not what the entries say, from byte 33 on");
    Files.delete(tile);
    assertRefused(export::checkUnlisted, Code.LEDGER, "draw: tile/0/001.p/2 is missing");
  }

  @Test
  void what_was_told_and_is_not_disclosed_is_counted_and_named() throws Exception {
    Path disclosed = directory.resolve("draw/disclosed.ndjson");
    List<String> lines = Files.readAllLines(disclosed);
    Files.write(
        disclosed, Stream.concat(lines.subList(0, 9).stream(), lines.stream().skip(12)).toList());
    Files.delete(directory.resolve("SHA256SUMS"));
    assertThat(export.checkUnlisted())
        .contains(
            "-- draw: 3 entries told others and not disclosed, people or not public: 10–12",
            "-- files: no list of its files in this export (SHA256SUMS)");
  }

  @Test
  void what_is_of_a_practice_bureau_is_counted_apart() throws Exception {
    assertThat(export.check())
        .contains(
            "-- draw: of the 256 states of draw.subjects.v1 128 are of a practice bureau,"
                + " fictional and on no public page");
  }

  @Test
  void an_export_of_before_has_neither_list_nor_tiles_and_that_is_said() throws Exception {
    Files.delete(directory.resolve("SHA256SUMS"));
    try (Stream<Path> all = Files.walk(directory.resolve("draw/tile"))) {
      for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
    assertThat(export.checkUnlisted())
        .contains(
            "-- draw: no tiles in this export",
            "-- files: no list of its files in this export (SHA256SUMS)");
  }
}
