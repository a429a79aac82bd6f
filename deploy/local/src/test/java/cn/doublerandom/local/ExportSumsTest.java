package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export lists all its files as {@code sha256sum} would, and its ledgers sign the list. */
class ExportSumsTest {
  @TempDir Path place;

  private Path data;
  private Path export;

  @BeforeEach
  void directories() throws Exception {
    data = Files.createDirectories(place.resolve("data"));
    export = Files.createDirectories(place.resolve("export"));
  }

  @Test
  void every_file_stands_in_the_list_with_its_hash() throws Exception {
    Files.createDirectories(export.resolve("draw/tile/0"));
    Files.writeString(export.resolve("keys.txt"), "k");
    Files.writeString(export.resolve("draw/tile/0/000"), "t");

    String sum = ExportSums.write(data, export);

    byte[] list = Files.readAllBytes(export.resolve("SHA256SUMS"));
    assertThat(new String(list, StandardCharsets.UTF_8))
        .isEqualTo(
            "%s  ./draw/tile/0/000%n%s  ./keys.txt%n"
                .formatted(hash("t"), hash("k"))
                .replace("\r", ""));
    assertThat(sum).isEqualTo(Sha256.hex(list));
    assertThat(export.resolve("SHA256SUMS.note")).as("nobody has a key here").doesNotExist();
  }

  @Test
  void every_ledger_of_the_house_signs_the_hash_of_the_list() throws Exception {
    Identity.of(data).prepare();
    Files.writeString(export.resolve("keys.txt"), "k");

    String sum = ExportSums.write(data, export);

    assertThat(Files.readString(export.resolve("SHA256SUMS.note")))
        .startsWith("double-random/export/1\n" + sum + "\n\n— ")
        .contains("/registry ", "/draw ", "/inspection ", "/publication ");
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
