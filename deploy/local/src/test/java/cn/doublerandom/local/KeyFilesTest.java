package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are copied whole, or it is said which are not there. */
class KeyFilesTest {
  @TempDir Path home;
  private Path identity;

  @BeforeEach
  void keys() throws IOException {
    identity = home.resolve("identity");
    for (String name :
        new String[] {"person-master.key", "sealing/abc", "sealing/old/def", "demo-key.json"}) {
      Path file = identity.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "secret of " + name);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void keys_in_directories_are_copied_too_and_stay_their_owners() throws Exception {
    Path copy = home.resolve("copy");

    assertThat(new KeyFiles(identity).copyTo(copy))
        .containsExactly("demo-key.json", "person-master.key", "sealing/abc", "sealing/old/def");

    assertThat(new KeyFiles(copy).digests()).isEqualTo(new KeyFiles(identity).digests());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("sealing"))))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(copy.resolve("sealing/abc"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_that_is_missing_or_another_is_named_and_demonstration_accounts_are_not()
      throws Exception {
    Map<String, String> wanted = KeyFiles.read(new KeyFiles(identity).manifest());
    assertThat(new KeyFiles(identity).missing(wanted)).isEmpty();
    Files.delete(identity.resolve("sealing/abc"));
    Files.delete(identity.resolve("demo-key.json"));
    Files.writeString(identity.resolve("person-master.key"), "of somebody else");

    assertThat(new KeyFiles(identity).missing(wanted))
        .containsExactly("person-master.key (another)", "sealing/abc");
  }

  @Test
  void a_directory_that_is_not_there_is_an_error_and_no_empty_copy() {
    assertThatThrownBy(() -> new KeyFiles(home.resolve("nowhere")).copyTo(home.resolve("copy")))
        .hasMessageContaining("nowhere");
  }
}
