package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccountsTest {
  /** One agreed to its terms; of a draw that is made two others agree that it is void. */
  @Test
  void whoever_practises_finds_the_people_to_void_a_draw_that_is_made() throws IOException {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    assertThat(Accounts.names(home))
        .contains("practice-approver", "practice-approver-2", "practice-approver-3");
  }
}
