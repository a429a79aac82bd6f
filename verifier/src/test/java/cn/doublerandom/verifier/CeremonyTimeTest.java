package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export with one ceremony: was its commit in public for a minute before the first reveal? */
class CeremonyTimeTest {
  private static final long COSIGNED = 1_800_000_000L;

  @TempDir Path directory;

  private ExportedLedger export;
  private List<Entropy.Contribution> contributions;
  private long size;
  private String root;

  @BeforeEach
  void export() throws Exception {
    export = new ExportedLedger(directory, "qinghe-2023001-001.json");
    contributions = ((Entropy.Revealed.Ceremony) export.bundle.result().entropy()).contributions();
  }

  private void committed() throws Exception {
    List<Map<String, Object>> witnesses = new ArrayList<>();
    for (Entropy.Contribution one : contributions) {
      witnesses.add(Map.of("by", one.by(), "kind", "PUBLIC", "pseudonym", pseudonym(one)));
    }
    export.entry("DrawCommitted", Map.of("witnesses", witnesses));
    export.checkpoint(COSIGNED);
    size = export.size();
    root = export.root();
  }

  private static String pseudonym(Entropy.Contribution one) {
    return one.nonce().substring(0, 16);
  }

  private Map<String, Object> reveal(Entropy.Contribution one, long second) {
    Map<String, Object> value = new HashMap<>();
    value.put("by", one.by());
    value.put("nonce", one.nonce());
    value.put("value", one.value());
    value.put("pseudonym", pseudonym(one));
    value.put("recordedAt", Instant.ofEpochSecond(second).plusMillis(900).toString());
    value.put("checkpoint", Map.of("size", size, "root", root));
    return value;
  }

  private void revealed(long second) {
    contributions.forEach(one -> export.entry("ContributionRevealed", reveal(one, second)));
  }

  private void executed() {
    export.entry("DrawExecuted", Map.of("resultHash", export.bundle.resultHash()));
  }

  @Test
  void a_commit_seen_a_minute_before_the_first_reveal_is_told_with_its_time() throws Exception {
    committed();
    revealed(COSIGNED + 60);
    executed();
    assertThat(export.checked(COSIGNED + 60))
        .last()
        .asString()
        .contains("its commit witnessed 60 s before the first reveal");
    assertThat(export.checkWithoutWitness())
        .last()
        .asString()
        .contains("reveal time not checked: no key of an outside witness");
  }

  @Test
  void a_reveal_within_the_minute_is_refused() throws Exception {
    committed();
    revealed(COSIGNED + 59);
    executed();
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("revealed 59 s after its commit was witnessed");
  }

  @Test
  void a_reveal_dated_later_than_the_checkpoint_that_contains_it_is_refused() throws Exception {
    committed();
    revealed(COSIGNED + 60);
    export.checkpoint(COSIGNED + 10);
    executed();
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("dated later");
  }

  @Test
  void a_reveal_that_names_a_checkpoint_without_the_commit_is_refused() throws Exception {
    export.entry("DrawOverdue", Map.of("due", "x"));
    export.checkpoint(COSIGNED - 3_600);
    long early = export.size();
    String earlyRoot = export.root();
    committed();
    size = early;
    root = earlyRoot;
    revealed(COSIGNED + 1);
    executed();
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("does not show its commit");
  }

  @Test
  void a_reveal_that_names_a_checkpoint_nobody_known_cosigned_is_told_so() throws Exception {
    committed();
    size += 1;
    revealed(COSIGNED + 60);
    executed();
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("nobody whose key is given");
  }

  @Test
  void a_reveal_that_was_not_told_or_told_otherwise_is_refused() throws Exception {
    committed();
    contributions.stream()
        .skip(1)
        .forEach(one -> export.entry("ContributionRevealed", reveal(one, COSIGNED + 60)));
    executed();
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("is not what the ledger told");
  }

  @Test
  void a_reveal_by_somebody_who_did_not_promise_is_refused() throws Exception {
    committed();
    Map<String, Object> value = reveal(contributions.getFirst(), COSIGNED + 60);
    value.put("pseudonym", "0000000000000000");
    export.entry("ContributionRevealed", value);
    assertThatThrownBy(() -> export.checked(COSIGNED + 100))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("did not promise");
  }

  @Test
  void a_ledger_from_before_this_rule_says_that_the_reveal_time_is_not_checked() throws Exception {
    export.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    export.checkpoint(COSIGNED);
    executed();
    assertThat(export.checked(COSIGNED + 5)).last().asString().endsWith("reveal time not checked");
  }
}
