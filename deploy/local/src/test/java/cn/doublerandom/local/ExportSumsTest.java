package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export lists all its files as {@code sha256sum} would, and says the hash of the list. */
class ExportSumsTest {
  @TempDir Path export;

  @Test
  void every_file_stands_in_the_list_with_its_hash() throws Exception {
    Files.createDirectories(export.resolve("draw/tile/0"));
    Files.writeString(export.resolve("keys.txt"), "k");
    Files.writeString(export.resolve("draw/tile/0/000"), "t");

    String sum = ExportSums.write(export);

    byte[] list = Files.readAllBytes(export.resolve("SHA256SUMS"));
    assertThat(new String(list, StandardCharsets.UTF_8))
        .isEqualTo(
            "%s  ./draw/tile/0/000%n%s  ./keys.txt%n"
                .formatted(hash("t"), hash("k"))
                .replace("\r", ""));
    assertThat(sum).isEqualTo(Sha256.hex(list));
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
