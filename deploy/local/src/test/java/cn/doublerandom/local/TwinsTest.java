package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gateway knows nothing of the services, so what guards a connection stands in both. It is
 * mended in both or in neither: two readers of a head may not differ.
 */
class TwinsTest {
  private static String without(String packageName, Path file) throws IOException {
    String source = Files.readString(file);
    assertThat(source).startsWith("package " + packageName + ";");
    return source.substring(source.indexOf(';'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HeadLines", "Pace"})
  void what_guards_a_connection_is_the_same_at_the_gateway_and_at_the_services(String name)
      throws IOException {
    String gateway =
        without(
            "cn.doublerandom.gateway",
            Path.of("../../gateway/src/main/java/cn/doublerandom/gateway", name + ".java"));
    String services =
        without(
            "cn.doublerandom.servicekit.border",
            Path.of(
                "../../service-kit/src/main/java/cn/doublerandom/servicekit/border",
                name + ".java"));

    assertThat(gateway).isEqualTo(services);
  }
}
