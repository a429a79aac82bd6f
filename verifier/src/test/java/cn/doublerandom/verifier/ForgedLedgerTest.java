package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in an export after it was signed is named (docs/event-store.md). */
class ForgedLedgerTest {
  @TempDir Path directory;

  private ExportedLedger export;
  private long drawnAt;

  @BeforeEach
  void export() throws Exception {
    export = new ExportedLedger(directory, "tiers-lottery.json");
    var lottery = (Entropy.Committed.Lottery) export.bundle.commit().entropy();
    drawnAt = Instant.parse(lottery.drawnAt()).getEpochSecond();
    committed(export);
  }

  private void committed(ExportedLedger one) throws Exception {
    one.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    one.checkpoint(drawnAt - 60);
  }

  private void executed() {
    export.entry("DrawExecuted", Map.of("resultHash", export.bundle.resultHash()));
  }

  private List<String> checked() throws Exception {
    executed();
    return export.checked(drawnAt + 86_400);
  }

  private interface Checking {
    Object run() throws Exception;
  }

  private static void assertRefused(Checking checking, Code code, String why) {
    assertThatThrownBy(checking::run)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code).as(e.getMessage()).isEqualTo(code))
        .hasMessageContaining(why);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve("draw").resolve(file));
  }

  private void write(String file, List<String> lines) throws IOException {
    Files.write(directory.resolve("draw").resolve(file), lines);
  }

  private void tamper(String file, String from, String to) throws IOException {
    Path path = directory.resolve("draw").resolve(file);
    String whole = Files.readString(path);
    String forged = whole.replaceFirst(from, to);
    assertThat(forged).isNotEqualTo(whole);
    Files.writeString(path, forged);
  }

  @Test
  void an_export_as_it_was_signed_says_what_was_checked() throws Exception {
    List<String> said = checked();
    assertThat(said.getFirst())
        .isEqualTo(
            "OK draw: 2 entries, root %s, signed, 1 cosigned, 2 entries disclosed, heads of topics not checked"
                .formatted(export.root()));
    assertThat(said.getLast())
        .isEqualTo(
            "OK draw %s: recomputed, committed and executed as the ledger says, its commit witnessed 60 s before its entropy"
                .formatted(export.bundle.commit().drawId()));
  }

  @Test
  void keys_that_come_with_the_export_are_used_and_that_is_said() throws Exception {
    List<String> said = checked();
    assertThat(export.checkWithItsOwnKeys())
        .startsWith("keys taken from the export itself; compare them with what the offices publish")
        .endsWith(said.toArray(String[]::new));
  }

  @Test
  void a_checkpoint_nobody_known_signed_is_none() throws Exception {
    checked();
    assertRefused(export::checkWithoutLog, Code.CHECKPOINT, "draw: no key for county.example/draw");
    tamper("checkpoint", "\n2\n", "\n3\n");
    assertRefused(export::check, Code.CHECKPOINT, "draw: not signed by county.example/draw");
  }

  @Test
  void a_checkpoint_of_one_service_does_not_stand_for_another() throws Exception {
    checked();
    Files.move(directory.resolve("draw"), directory.resolve("registry"));
    assertRefused(export::check, Code.CHECKPOINT, "registry: a checkpoint of county.example/draw");
  }

  @Test
  void a_checkpoint_of_the_whole_ledger_may_lie_among_the_earlier_ones() throws Exception {
    executed();
    export.checkpoint(drawnAt + 60);
    assertThat(export.checked(drawnAt + 86_400)).last().asString().contains("witnessed 60 s");
  }

  @Test
  void a_checkpoint_beyond_the_latest_is_refused() throws Exception {
    checked();
    export.entry("DrawOverdue", Map.of());
    export.checkpoint(drawnAt + 90_000);
    assertRefused(export::check, Code.CHECKPOINT, "draw: a checkpoint of 3 that");
  }

  @Test
  void a_ledger_that_was_once_signed_with_another_root_is_named() throws Exception {
    export.checkpoint(1, new byte[32], drawnAt - 60);
    assertRefused(
        this::checked, Code.LEDGER, "draw: 1 entries do not have the root that was signed for 1");
  }

  @Test
  void an_entry_left_out_is_named() throws Exception {
    checked();
    List<String> chain = lines("chain.ndjson");
    write("chain.ndjson", chain.subList(1, 2));
    assertRefused(export::check, Code.LEDGER, "draw: entry 1 is missing");
    write("chain.ndjson", chain.subList(0, 1));
    write("disclosed.ndjson", lines("disclosed.ndjson").subList(0, 1));
    assertRefused(
        export::check, Code.LEDGER, "draw: 1 entries do not have the root that was signed for 2");
  }

  @Test
  void an_entry_added_is_named() throws Exception {
    checked();
    List<String> disclosed = lines("disclosed.ndjson");
    write("disclosed.ndjson", List.of(disclosed.get(0), disclosed.get(1), disclosed.get(1)));
    assertRefused(
        export::check, Code.LEDGER, "draw: disclosed entries out of order or beyond the end");
  }

  @Test
  void an_entry_disclosed_otherwise_than_it_was_sealed_is_named() throws Exception {
    checked();
    tamper("disclosed.ndjson", "2030-01-01", "2031-01-01");
    assertRefused(
        export::check, Code.LEDGER, "draw: what is disclosed of entry 1 is not what was sealed");
  }

  @Test
  void lines_of_another_shape_are_malformed() throws Exception {
    checked();
    String first = lines("chain.ndjson").getFirst();
    String last = lines("chain.ndjson").getLast();
    for (String[] wrong :
        new String[][] {
          {"[]", "a line is not an object"},
          {first.replaceFirst("\"chain\":\"..", "\"chain\":\"zz"), "chain must be a hash"},
          {first.replaceFirst("\"chain\":\"[0-9a-f]*\"", "\"chain\":7"), "chain must be a string"}
        }) {
      write("chain.ndjson", List.of(wrong[0], last));
      assertRefused(export::check, Code.MALFORMED, wrong[1]);
    }
  }

  @Test
  void a_draw_that_was_executed_has_its_bundle_among_the_files() throws Exception {
    checked();
    Path bundle = directory.resolve("draws/" + export.bundle.commit().drawId() + ".json");
    String whole = Files.readString(bundle);
    Files.delete(bundle);
    assertRefused(
        export::check,
        Code.LEDGER,
        export.bundle.commit().drawId() + " was executed, but its bundle is not among the files");
    Files.delete(bundle.getParent());
    assertRefused(export::check, Code.LEDGER, "its bundle is not among the files");
    Files.createDirectory(bundle.getParent());
    Files.writeString(bundle, whole.replaceFirst("(\"seed\": ?\")[0-9a-f]{4}", "$10000"));
    assertRefused(export::check, Code.SEED, bundle.getFileName() + ": the seed is ");
  }

  @Test
  void a_bundle_of_another_result_than_the_ledger_told_is_named() throws Exception {
    export.entry("DrawExecuted", Map.of("resultHash", "00".repeat(32)));
    assertRefused(
        () -> export.checked(drawnAt + 86_400),
        Code.LEDGER,
        export.bundle.commit().drawId() + ": the ledger told other hashes, or none");
  }

  @Test
  void a_draw_that_was_voided_says_so() throws Exception {
    executed();
    export.entry("DrawVoided", Map.of("reason", "x"));
    assertThat(export.checked(drawnAt + 86_400)).last().asString().endsWith(", voided afterwards");
  }

  @Test
  void without_the_key_of_a_witness_nothing_is_said_of_times() throws Exception {
    checked();
    assertThat(export.checkWithoutWitness())
        .last()
        .asString()
        .endsWith("committed and executed as the ledger says");
  }

  private ExportedLedger copy(boolean followed) throws Exception {
    var copy = new ExportedLedger(directory.resolve("copy"), "tiers-lottery.json");
    copy.copies(export, followed);
    return copy;
  }

  private static void executed(ExportedLedger one) {
    one.entry("DrawExecuted", Map.of("resultHash", one.bundle.resultHash()));
  }

  @Test
  void a_draw_committed_in_the_last_entry_that_was_copied_has_its_time_there() throws Exception {
    ExportedLedger copy = copy(false);
    executed(copy);
    assertThat(copy.checked(drawnAt + 86_400))
        .last()
        .asString()
        .endsWith(", its times stand in the ledger this is a copy of");
    ExportedLedger followed =
        new ExportedLedger(directory.resolve("followed"), "tiers-lottery.json");
    followed.copies(export, true);
    executed(followed);
    assertThat(followed.checked(drawnAt + 86_400))
        .last()
        .asString()
        .endsWith(", its commit witnessed 60 s before its entropy");
  }

  @Test
  void a_draw_committed_after_the_copy_has_its_time_in_the_copy() throws Exception {
    var old = new ExportedLedger(directory.resolve("old"), "tiers-lottery.json");
    old.entry("Other", Map.of());
    old.checkpoint(drawnAt - 9_999);
    for (boolean followed : List.of(true, false)) {
      var copy = new ExportedLedger(directory.resolve("copy-" + followed), "tiers-lottery.json");
      copy.copies(old, followed);
      committed(copy);
      executed(copy);
      assertThat(copy.checked(drawnAt + 86_400))
          .last()
          .asString()
          .endsWith(", its commit witnessed 60 s before its entropy");
    }
  }

  private void tamperCopy(String file, String from, String to) throws IOException {
    tamper("../copy/draw/" + file, from, to);
  }

  @Test
  void what_says_of_what_a_ledger_is_a_copy_says_it_in_full() throws Exception {
    ExportedLedger copy = copy(true);
    executed(copy);
    copy.checked(drawnAt + 86_400);
    Path named = directory.resolve("copy/draw/copy-of.json");
    String whole = Files.readString(named);
    Files.writeString(named, "[]");
    assertRefused(copy::check, Code.MALFORMED, "copy-of.json is not an object");
    for (String[] wrong :
        new String[][] {
          {"PersonalDataAdopted", "PersonalDataErased"},
          {"\\\"size\\\":1", "\\\"sizes\\\":1"}
        }) {
      Files.writeString(named, whole.replace(wrong[0], wrong[1]));
      assertThat(Files.readString(named)).isNotEqualTo(whole);
      assertRefused(
          copy::check, Code.MALFORMED, "copy-of.json does not name what the ledger is a copy of");
    }
  }

  @Test
  void the_ledger_that_was_copied_has_the_size_and_the_root_it_is_named_by() throws Exception {
    ExportedLedger copy = copy(true);
    executed(copy);
    copy.checked(drawnAt + 86_400);
    Files.writeString(directory.resolve("copy/draw/before/chain.ndjson"), "");
    assertRefused(
        copy::check,
        Code.LEDGER,
        "draw: the ledger it is a copy of does not have the root it names");
  }

  @Test
  void the_ledger_that_was_copied_had_the_roots_that_were_signed() throws Exception {
    export.checkpoint(1, new byte[32], drawnAt - 60);
    ExportedLedger copy = copy(true);
    executed(copy);
    assertRefused(
        () -> copy.checked(drawnAt + 86_400),
        Code.LEDGER,
        "draw: the ledger it is a copy of did not have the root signed for 1 entries");
  }

  @Test
  void a_sighting_of_what_the_log_did_not_sign_is_none() throws Exception {
    ExportedLedger copy = copy(true);
    executed(copy);
    copy.checked(drawnAt + 86_400);
    tamperCopy("before/checkpoints/1", "— county.example/draw [^\n]*\n", "");
    // Nobody is seen to have watched it, and the copy was seen too late.
    assertThat(copy.check())
        .last()
        .asString()
        .endsWith("committed and executed as the ledger says");
  }

  @Test
  void of_a_copy_too_nothing_is_said_of_times_without_the_key_of_a_witness() throws Exception {
    ExportedLedger copy = copy(true);
    executed(copy);
    copy.checked(drawnAt + 86_400);
    assertThat(copy.checkWithoutWitnesses())
        .last()
        .asString()
        .endsWith("committed and executed as the ledger says");
  }
}
