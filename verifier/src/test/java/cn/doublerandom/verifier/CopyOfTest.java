package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that is a copy of another: the times of its draws are those the other was seen at. */
class CopyOfTest {
  private static final String VECTOR = "qinghe-2023001-001.json";
  private static final long COSIGNED = 1_800_000_000L;
  private static final long YEARS_LATER = COSIGNED + 100_000_000L;

  @TempDir Path directory;

  private ExportedLedger old;
  private ExportedLedger copy;

  @BeforeEach
  void ledgers() throws Exception {
    old = new ExportedLedger(directory.resolve("old"), VECTOR);
    copy = new ExportedLedger(directory.resolve("copy"), VECTOR);
  }

  private static String pseudonym(Entropy.Contribution one) {
    return one.nonce().substring(0, 16);
  }

  private void draw(long revealedAt) throws Exception {
    drawUnsealed(revealedAt);
    old.checkpoint(COSIGNED + 200);
  }

  private void drawUnsealed(long revealedAt) throws Exception {
    List<Entropy.Contribution> contributions =
        ((Entropy.Revealed.Ceremony) old.bundle.result().entropy()).contributions();
    List<Map<String, Object>> witnesses = new ArrayList<>();
    contributions.forEach(one ->
        witnesses.add(Map.of("by", one.by(), "kind", "PUBLIC", "pseudonym", pseudonym(one))));
    old.entry("DrawCommitted", Map.of("witnesses", witnesses));
    old.checkpoint(COSIGNED);
    Map<String, Object> seen = Map.of("size", old.size(), "root", old.root());
    for (Entropy.Contribution one : contributions) {
      Map<String, Object> value = new HashMap<>();
      value.put("by", one.by());
      value.put("nonce", one.nonce());
      value.put("value", one.value());
      value.put("pseudonym", pseudonym(one));
      value.put("recordedAt", Instant.ofEpochSecond(revealedAt).toString());
      value.put("checkpoint", seen);
      old.entry("ContributionRevealed", value);
    }
    old.entry("DrawExecuted", Map.of("resultHash", old.bundle.resultHash()));
  }

  @Test
  void a_draw_keeps_the_time_its_commit_was_seen_at_in_the_ledger_that_was_copied()
      throws Exception {
    draw(COSIGNED + 60);
    copy.copies(old, true);
    assertThat(copy.checked(YEARS_LATER))
        .anySatisfy(line ->
            assertThat(line)
                .contains("a copy of " + old.size() + " entries with root " + old.root())
                .contains("by wang and li")
                .contains("that root follows from the same events"))
        .last()
        .asString()
        .contains("its commit witnessed 60 s before the first reveal");
  }

  @Test
  void the_last_entries_of_the_other_are_seen_in_the_copy_for_the_first_time() throws Exception {
    drawUnsealed(COSIGNED + 60);
    copy.copies(old, true);
    assertThat(copy.checked(YEARS_LATER))
        .last()
        .asString()
        .contains("its commit witnessed 60 s before the first reveal");
  }

  @Test
  void a_reveal_dated_after_the_copy_was_seen_is_refused() throws Exception {
    drawUnsealed(YEARS_LATER + 1);
    copy.copies(old, true);
    assertThatThrownBy(() -> copy.checked(YEARS_LATER))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("dated later");
  }

  @Test
  void a_time_that_did_not_hold_before_does_not_hold_in_the_copy() throws Exception {
    draw(COSIGNED + 59);
    copy.copies(old, true);
    assertThatThrownBy(() -> copy.checked(YEARS_LATER))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("revealed 59 s after its commit was witnessed");
  }

  @Test
  void without_the_chain_of_the_other_the_copy_says_where_the_times_stand() throws Exception {
    draw(COSIGNED + 60);
    copy.copies(old, false);
    assertThat(copy.checked(YEARS_LATER))
        .last()
        .asString()
        .endsWith("its times stand in the ledger this is a copy of");
  }

  @Test
  void an_entry_that_is_not_the_one_it_is_a_copy_of_is_refused() throws Exception {
    draw(COSIGNED + 60);
    copy.copies(old, true);
    copy.checked(YEARS_LATER);
    Path chain = directory.resolve("copy/draw/before/chain.ndjson");
    List<String> lines = Files.readAllLines(chain);
    lines.set(1, lines.get(1).replaceFirst("\"chain\":\"[0-9a-f]{4}", "\"chain\":\"0000"));
    Files.write(chain, lines);
    assertThatThrownBy(copy::check)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not the one it is a copy of");
  }

  @Test
  void a_name_of_another_root_than_was_sealed_is_refused() throws Exception {
    draw(COSIGNED + 60);
    copy.copies(old, true);
    copy.checked(YEARS_LATER);
    Path named = directory.resolve("copy/draw/copy-of.json");
    Files.writeString(named, Files.readString(named).replace("wang", "zhao"));
    assertThatThrownBy(copy::check)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("what it is a copy of is not what was sealed");
  }
}
