package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that a page does not take is refused by its size, and none of it is read or kept. */
class IntakesTest {
  @Test
  void a_file_beyond_64_megabytes_is_refused_before_anything_is_done_with_it(@TempDir Path home)
      throws IOException {
    Path large = home.resolve("large.csv");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(Drafts.MOST_BYTES + 1L);
    }
    var intakes = new Intakes(null, null, null, null, null);
    var sent = new Intakes.Sent(IntakeKind.SUBJECTS, large, "large.csv", "");

    assertThatThrownBy(() -> intakes.handIn(sent, "form", null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.rejection()).isEqualTo(RegistryRejection.IMPORT_TOO_LARGE));
  }
}
