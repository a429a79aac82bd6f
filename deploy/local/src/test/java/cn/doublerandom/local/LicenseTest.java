package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenseTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void readme_documents_and_the_file_say_the_same_about_the_licence() throws IOException {
    List<String> file = Files.readAllLines(ROOT.resolve("LICENSE"));
    String readme = Files.readString(ROOT.resolve("README.md"));
    String settings =
        Files.readString(
            ROOT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
    assertThat(file.getFirst()).matches("LicenseRef-[A-Za-z0-9.-]+");
    assertThat(String.join("\n", file)).contains("保留所有权利");
    assertThat(readme).contains("[LICENSE](LICENSE)", "保留所有权利", "`" + file.getFirst() + "`");
    assertThat(settings)
        .contains("info-license-name=保留所有权利\n", "license.identifier=" + file.getFirst() + "\n")
        .doesNotContain("license-url");
  }
}
