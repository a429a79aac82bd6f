package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export with one draw by lottery: when was its commit witnessed? */
class LedgerTimeTest {
  @TempDir Path directory;

  private ExportedLedger export;
  private long drawnAt;

  @BeforeEach
  void export() throws Exception {
    export = new ExportedLedger(directory, "tiers-lottery.json");
    var lottery = (Entropy.Committed.Lottery) export.bundle.commit().entropy();
    drawnAt = Instant.parse(lottery.drawnAt()).getEpochSecond();
  }

  /** The commit is witnessed so many seconds before the lottery, the execution long after it. */
  private List<String> checked(long secondsBefore) throws Exception {
    export.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    export.checkpoint(drawnAt - secondsBefore);
    export.entry("DrawExecuted", Map.of("resultHash", export.bundle.resultHash()));
    return export.checked(drawnAt + 86_400);
  }

  @Test
  void a_commit_witnessed_before_the_lottery_is_told_with_its_time() throws Exception {
    assertThat(checked(3_600)).last().asString().contains("witnessed 3600 s before its entropy");
  }

  @Test
  void a_commit_nobody_saw_a_minute_before_the_lottery_is_refused() {
    assertThatThrownBy(() -> checked(59))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a minute before its entropy");
  }

  @Test
  void a_checkpoint_of_another_ledger_proves_no_time() throws Exception {
    checked(3_600);
    Path kept = directory.resolve("draw/checkpoints/1");
    String forged = Files.readString(kept).replaceFirst("\n1\n", "\n2\n");
    Files.writeString(kept, forged);
    assertThatThrownBy(() -> export.check())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("did not sign");
  }
}
