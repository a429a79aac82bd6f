package cn.doublerandom.evidencekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who keeps evidence and who audits it know one seal. */
class EvidenceSealTest {
  private static final byte[] PHOTO = "a photo of a shop".getBytes(UTF_8);

  @TempDir Path home;

  private Path key() {
    return home.resolve("evidence.key");
  }

  @Test
  void what_was_sealed_for_a_visit_opens_for_it_alone() {
    EvidenceSeal seal = EvidenceSeal.keptIn(key());
    byte[] sealed = seal.sealed("V1", PHOTO);

    assertThat(sealed).hasSize(PHOTO.length + EvidenceSeal.OVERHEAD_BYTES);
    assertThat(EvidenceSeal.of(key()).opened("V1", sealed)).isEqualTo(PHOTO);
    assertThatThrownBy(() -> seal.opened("V2", sealed)).isInstanceOf(EvidenceSeal.BrokenSeal.class);
    sealed[20] ^= 1;
    assertThatThrownBy(() -> seal.opened("V1", sealed)).isInstanceOf(EvidenceSeal.BrokenSeal.class);
    for (int n : new int[] {0, 11, 12, EvidenceSeal.OVERHEAD_BYTES - 1}) {
      assertThatThrownBy(() -> seal.opened("V1", new byte[n]))
          .isInstanceOf(EvidenceSeal.BrokenSeal.class);
    }
  }

  /** Sealed by Python and OpenSSL 3 (AES-256-GCM, key of zeros, "V1" as associated data). */
  @Test
  void what_another_program_sealed_opens() throws IOException {
    Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    byte[] sealed =
        HexFormat.of()
            .parseHex(
                "7477656c7665206279746573e058faf21c700403f207f9b928d9542ba718cad75272cc8226cfdc58f58f2e51b3");

    assertThat(EvidenceSeal.of(key()).opened("V1", sealed)).isEqualTo(PHOTO);
  }

  @Test
  void a_key_is_made_by_who_keeps_and_never_by_who_only_reads() throws IOException {
    assertThatThrownBy(() -> EvidenceSeal.of(key())).isInstanceOf(UncheckedIOException.class);
    assertThat(key()).doesNotExist();

    EvidenceSeal.keptIn(key());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    String made = Files.readString(key());
    EvidenceSeal.keptIn(key());
    assertThat(Files.readString(key())).isEqualTo(made);

    Files.writeString(key(), "c2hvcnQ=\n");
    assertThatThrownBy(() -> EvidenceSeal.of(key())).hasMessageContaining("not a key of 32 bytes");
  }
}
